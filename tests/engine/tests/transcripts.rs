//! Every transcript on engine cores in this process, on one core and on four.

use std::path::{Path, PathBuf};

use engine_transcripts::EngineTarget;
use scripts::transcript::{Script, play};

#[test]
fn one_core_answers_as_the_reference() {
    play_all(1);
}

#[test]
fn four_cores_answer_as_the_reference() {
    play_all(4);
}

fn play_all(cores: u16) {
    let mut failures = Vec::new();
    let mut played = 0;
    for path in transcripts() {
        let name = path.file_name().expect("a file").to_string_lossy();
        let text = std::fs::read_to_string(&path).expect("a transcript");
        let script = Script::parse(&name, &text).expect("a transcript");
        let mut target = EngineTarget::new(cores, &script.server_arguments).expect("settings");
        let outcome = play(&script, &mut target);
        failures.extend(outcome.failures.iter().map(ToString::to_string));
        played += 1;
    }
    assert!(played > 20, "only {played} transcripts were found");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn transcripts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../transcripts");
    let entries = std::fs::read_dir(folder).expect("the folder of transcripts");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}
