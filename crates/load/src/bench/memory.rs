//! What keys cost in resident memory, and what deleting them gives back. It must never measure
//! time.

use std::io;

use super::Options;
use super::contender::{Contender, Role};
use super::dataset::{Dataset, Span, check_count, write};
use super::workload::{KEY_BYTES, KEY_PREFIX, Operation};
use crate::process::{Server, pin_this_thread};

/// Of ten keys, how many the deletes leave.
const KEPT_OF_TEN: u64 = 1;
/// How long a server may give memory back in the background before it is looked at.
const SETTLE: std::time::Duration = std::time::Duration::from_millis(1500);

/// Resident bytes of one server with one dataset.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub contender: usize,
    pub dataset: Dataset,
    /// Before the first key.
    pub empty_bytes: u64,
    pub full_bytes: u64,
    /// After nine of ten keys were deleted; only for the last dataset of a series that one server
    /// process went through.
    pub deleted_bytes: Option<u64>,
}

impl Row {
    /// Resident bytes per key over its key and value, of collections over nothing; everything the
    /// process has counts.
    pub(super) fn over_bytes(&self) -> f64 {
        self.full_bytes as f64 / self.dataset.keys as f64 - self.pair_bytes()
    }

    /// The same without what the empty server had.
    pub(super) fn net_over_bytes(&self) -> f64 {
        (self.full_bytes - self.empty_bytes.min(self.full_bytes)) as f64 / self.dataset.keys as f64
            - self.pair_bytes()
    }

    fn pair_bytes(&self) -> f64 {
        match self.dataset.collection {
            Some(_) => 0.0,
            None => (KEY_BYTES + self.dataset.value_bytes) as f64,
        }
    }
}

/// Fills each server and looks at it. Datasets that only grow follow each other in one process.
pub(super) fn measure(
    options: &Options,
    progress: &mut impl FnMut(&str),
) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for series in grown(&options.scenario.datasets) {
        for (at, contender) in options.contenders.iter().enumerate() {
            if contender.role == Role::Floor {
                continue;
            }
            let failed = |error: io::Error| format!("filling {}: {error}", contender.name);
            let found = fill(options, contender, at, series).map_err(failed)??;
            for row in &found {
                progress(&format!(
                    "{}: {}: {:.1} MB, {:.2} bytes over key and value",
                    contender.name,
                    row.dataset,
                    row.full_bytes as f64 / 1e6,
                    row.over_bytes()
                ));
            }
            rows.extend(found);
        }
    }
    Ok(rows)
}

/// Cuts the datasets where the next does not contain the one before.
fn grown(datasets: &[Dataset]) -> Vec<&[Dataset]> {
    datasets
        .chunk_by(|one, next| {
            let plain = one.collection.is_none() && next.collection.is_none();
            plain && one.value_bytes == next.value_bytes && one.keys < next.keys
        })
        .collect()
}

fn fill(
    options: &Options,
    contender: &Contender,
    at: usize,
    series: &[Dataset],
) -> io::Result<Result<Vec<Row>, String>> {
    let server = match Server::start(&contender.launch) {
        Ok(server) => server,
        Err(error) => return Ok(Err(error)),
    };
    pin_this_thread(&options.load_cpus)?;
    let empty_bytes = server.resident_bytes()?;
    let mut rows: Vec<Row> = Vec::new();
    if let [dataset] = series
        && let Some(collection) = dataset.collection
    {
        collection.fill(&server, dataset.keys)?;
        std::thread::sleep(SETTLE);
        return Ok(Ok(vec![Row {
            contender: at,
            dataset: *dataset,
            empty_bytes,
            full_bytes: server.resident_bytes()?,
            deleted_bytes: None,
        }]));
    }
    let mut there = 0;
    for dataset in series {
        let span = |operation, from, to| Span {
            operation,
            prefix: KEY_PREFIX,
            value_bytes: dataset.value_bytes,
            from,
            to,
        };
        write(
            &server,
            &options.load_cpus,
            &span(Operation::Set, there, dataset.keys),
        )?;
        there = dataset.keys;
        check_count(&server, there)?;
        std::thread::sleep(SETTLE);
        rows.push(Row {
            contender: at,
            dataset: *dataset,
            empty_bytes,
            full_bytes: server.resident_bytes()?,
            deleted_bytes: None,
        });
    }
    if let Some(row) = rows.last_mut() {
        let kept = there * KEPT_OF_TEN / 10;
        let span = Span {
            operation: Operation::Del,
            prefix: KEY_PREFIX,
            value_bytes: row.dataset.value_bytes,
            from: kept,
            to: there,
        };
        write(&server, &options.load_cpus, &span)?;
        check_count(&server, kept)?;
        std::thread::sleep(SETTLE);
        row.deleted_bytes = Some(server.resident_bytes()?);
    }
    Ok(Ok(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_over_key_and_value() {
        let row = Row {
            contender: 0,
            dataset: Dataset::plain(1_000, 64),
            empty_bytes: 4_000,
            full_bytes: 104_000,
            deleted_bytes: None,
        };
        assert_eq!(row.over_bytes(), 24.0);
        assert_eq!(row.net_over_bytes(), 20.0);
    }

    #[test]
    fn one_process_goes_through_datasets_that_only_grow() {
        let sets = [(4, 64), (5, 64), (5, 16), (5, 200), (1, 200)];
        let sets = sets.map(|(keys, value_bytes)| Dataset::plain(keys, value_bytes));
        let lens: Vec<usize> = grown(&sets).iter().map(|series| series.len()).collect();
        assert_eq!(lens, [2, 1, 1, 1]);
    }
}
