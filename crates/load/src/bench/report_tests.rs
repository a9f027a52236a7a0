//! A report of made-up figures: what is computed, and that the outputs are well-formed.

use std::path::Path;

use super::*;
use crate::bench::contender::launch;
use crate::bench::dataset::{Dataset, Large};
use crate::bench::{Cell, Operation, Skew, scenario};

fn figures(cpu_us: f64, p99_us: f64) -> Figures {
    Figures {
        cpu_us,
        throughput: 1e6 / cpu_us,
        p50_us: p99_us / 2.0,
        p99_us,
        p999_us: p99_us * 2.0,
        max_us: p99_us * 3.0,
        resident_bytes: 1_000_000,
        server_busy: 1.0,
        load_busy: 0.5,
        late_p99_us: 3.0,
        beside_per_second: 7.0,
    }
}

fn report() -> Report {
    let server = |role, name: &str| Contender::server(role, launch(Path::new(name), &[0], ""), 1);
    let contenders = vec![
        server(Role::Ours, "/none/ringkey-server"),
        server(Role::Peer, "/none/valkey-server"),
        Contender::floor(launch(Path::new("/none/echo-bench"), &[0], "")),
    ];
    let dataset = Dataset {
        large: Some(Large {
            keys: 4,
            value_bytes: 1 << 20,
        }),
        ..Dataset::plain(100, 64)
    };
    let cell = |beside_clients| Cell {
        operation: Operation::Get,
        depth: 16,
        clients: 50,
        skew: Skew::Uniform,
        beside_clients,
    };
    let rounds = |cpu_us: f64, p99_us: f64| {
        let noise = [0.9, 1.0, 1.1];
        noise.map(|noise| figures(cpu_us * noise, p99_us)).to_vec()
    };
    let series = |beside_clients, p99_us| Series {
        dataset,
        cell: cell(beside_clients),
        rate: (beside_clients == 0).then_some(12_345.0),
        figures: vec![
            rounds(0.5, p99_us),
            rounds(1.0, 100.0),
            if beside_clients == 0 {
                rounds(0.4, 90.0)
            } else {
                Vec::new()
            },
        ],
    };
    let options = Options {
        contenders,
        scenario: scenario::named("custom").expect("there"),
        load_cpus: vec![0],
        warmup_seconds: 0.1,
        command_line: "bench --ours <a> & \"b\"".to_string(),
    };
    let mut report = Report::new(&options);
    report.loaded = vec![Loaded {
        dataset,
        resident_bytes: vec![Some(1), Some(2), None],
    }];
    report.series = vec![series(0, 100.0), series(2, 150.0)];
    report.memory = vec![Row {
        contender: 0,
        dataset: Dataset::plain(1_000, 64),
        empty_bytes: 4_000,
        full_bytes: 104_000,
        deleted_bytes: Some(20_000),
    }];
    report
}

#[test]
fn the_table_tells_ratios_differences_and_what_large_values_do() {
    let table = report().table();
    for part in [
        "0.500 [0.500, 0.500]",
        "ringkey-server - floor: 0.100 [0.090, 0.110] us; / floor: 1.250 [1.250, 1.250]",
        "valkey-server - floor: 0.600 [0.540, 0.660] us; / floor: 2.500 [2.500, 2.500]",
        "ringkey-server: p99 beside / alone: 1.500 [1.500, 1.500]",
        "valkey-server: p99 beside / alone: 1.000 [1.000, 1.000]",
        "asked for: 12345/s",
        "pipeline-order strict",
        "24.00    20.00                    0.0",
    ] {
        assert!(table.contains(part), "{part:?} is not in\n{table}");
    }
}

#[test]
fn json_holds_the_rounds_the_command_and_the_machine() {
    let json = report().json();
    let text = format!("{json:#}");
    assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
    let cpu = &json["series"][0]["measures"]["cpu_us"];
    assert_eq!(cpu["valkey-server"]["ours_over_this"]["median"], 0.5);
    assert_eq!(cpu["floor"]["rounds"].as_array().map(Vec::len), Some(3));
    assert!(json["series"][1]["measures"]["cpu_us"]["floor"]["median"].is_null());
    assert_eq!(
        json["series"][1]["p99_beside_over_alone"]["ringkey-server"]["median"],
        1.5
    );
    assert_eq!(json["memory"][0]["over_bytes"], 24.0);
    assert_eq!(json["command_line"], "bench --ours <a> & \"b\"");
    assert!(json["machine"]["kernel"].is_string());
}

#[test]
fn charts_are_well_formed() {
    let svg = report().svg();
    assert!(
        svg.contains("bench --ours &lt;a&gt; &amp; &quot;b&quot;"),
        "{svg}"
    );
    assert!(!svg.contains("NaN") && svg.contains("late_p99_us") && svg.is_ascii());
    // Every element is closed in the order in which it was opened.
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{svg}"),
            None if tag.ends_with('/') => {}
            None => open.push(name),
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
    }
    assert!(open.is_empty(), "{open:?}");
}
