//! What the suite's runner prints about one file, as results of cases.

/// One line of results, in the order printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Name of the case; of what failed outside of any case, `None`.
    pub(super) case: Option<String>,
    /// The runner's words about a failure; `None` if the case passed.
    pub(super) failure: Option<String>,
}

/// A file's results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) entries: Vec<Entry>,
    /// Whether the runner came to its end.
    pub(super) complete: bool,
}

impl Report {
    pub(super) fn parse(output: &str) -> Self {
        let mut report = Self::default();
        let mut in_failure = false;
        for line in output.lines() {
            if line.starts_with("Test Summary") {
                report.complete = true;
                break;
            }
            if let Some(rest) = line.strip_prefix("[ok]: ") {
                in_failure = false;
                report.push(Some(without_duration(rest)), None);
            } else if let Some(rest) = line
                .strip_prefix("[err]: ")
                .or_else(|| line.strip_prefix("[exception]: "))
            {
                in_failure = true;
                let case = rest.rsplit_once(" in tests/").map(|(name, _)| name);
                report.push(case, Some(rest.to_string()));
            } else if starts_with_mark(line) {
                in_failure = false;
            } else if in_failure {
                report.lengthen(line);
            }
        }
        report
    }

    pub(super) fn passed(&self) -> impl Iterator<Item = &str> {
        let passed = self.entries.iter().filter(|entry| entry.failure.is_none());
        passed.filter_map(|entry| entry.case.as_deref())
    }

    fn push(&mut self, case: Option<&str>, failure: Option<String>) {
        let case = case.map(ToString::to_string);
        self.entries.push(Entry { case, failure });
    }

    fn lengthen(&mut self, line: &str) {
        let last = self.entries.last_mut();
        if let Some(failure) = last.and_then(|entry| entry.failure.as_mut()) {
            failure.push('\n');
            failure.push_str(line);
        }
    }
}

/// `name (12 ms)` without what follows the name.
fn without_duration(text: &str) -> &str {
    match text.rsplit_once(" (") {
        Some((name, rest)) if rest.ends_with(" ms)") => name,
        _ => text,
    }
}

/// A line that begins the runner's next remark.
fn starts_with_mark(line: &str) -> bool {
    const MARKS: &[&str] = &["skip", "ignore", "testing", "ready", "TIMEOUT"];
    let Some((mark, _)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return false;
    };
    // `[1/1 done]: unit/multi (2 seconds)` ends a file.
    MARKS.contains(&mark) || mark.ends_with(" done")
}

#[cfg(test)]
mod tests {
    use super::Report;

    const OUTPUT: &str = "\
Testing unit/x
[ok]: GET (with) marks (12 ms)
[err]: SADD in a set in tests/unit/x.tcl
Expected '1'
    while executing
[skip]: left out
[ok]: last (0 ms)
[err]: ERR CONFIG SET failed
    while executing
[1/1 done]: unit/x (0 seconds)

Test Summary: 2 passed, 2 failed
[err]: SADD in a set in tests/unit/x.tcl
";

    #[test]
    fn results_are_read_once_with_the_words_of_failures() {
        let report = Report::parse(OUTPUT);
        assert!(report.complete);
        assert_eq!(
            report.passed().collect::<Vec<_>>(),
            ["GET (with) marks", "last"]
        );
        let failed: Vec<_> = report
            .entries
            .iter()
            .filter_map(|entry| Some((entry.case.as_deref(), entry.failure.as_deref()?)))
            .collect();
        let words = "SADD in a set in tests/unit/x.tcl\nExpected '1'\n    while executing";
        assert_eq!(failed[0], (Some("SADD in a set"), words));
        assert_eq!(
            failed[1],
            (None, "ERR CONFIG SET failed\n    while executing")
        );
        assert_eq!(failed.len(), 2);
        let cut = OUTPUT.split("Test Summary").next().unwrap_or_default();
        assert!(!Report::parse(cut).complete);
    }
}
