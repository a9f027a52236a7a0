//! Horizontal bars as SVG, written by hand. It must never know what the numbers mean.

use std::fmt::Write as _;

const WIDTH: usize = 900;
const LABEL_WIDTH: usize = 230;
const VALUE_WIDTH: usize = 110;
const BAR_HEIGHT: usize = 13;
const GAP: usize = 9;
const HEAD_HEIGHT: usize = 30;
/// One for each server, in the order of the names; more start again.
const COLOURS: [&str; 5] = ["#1b6ca8", "#d1495b", "#edae49", "#8d96a3", "#3c887e"];

/// Bars that share a scale.
pub(super) struct Panel {
    pub title: String,
    pub rows: Vec<Row>,
}

/// One bar per name; what is not a number has none.
pub(super) struct Row {
    pub label: String,
    pub values: Vec<f64>,
}

/// The panels that have rows, below each other.
pub(super) fn svg(caption: &str, command_line: &str, names: &[&str], panels: &[Panel]) -> String {
    let mut body = String::new();
    let mut y = HEAD_HEIGHT;
    push_text(&mut body, 10, y - 12, "start", caption);
    let mut x = LABEL_WIDTH;
    for (name, colour) in names.iter().zip(COLOURS.iter().cycle()) {
        push_bar(&mut body, [x, y, BAR_HEIGHT], colour);
        push_text(
            &mut body,
            x + BAR_HEIGHT + 5,
            y + BAR_HEIGHT - 2,
            "start",
            name,
        );
        x += 160;
    }
    y += HEAD_HEIGHT;
    for panel in panels.iter().filter(|panel| !panel.rows.is_empty()) {
        y = push_panel(&mut body, y, panel);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{y}\" \
         viewBox=\"0 0 {WIDTH} {y}\" font-family=\"sans-serif\" font-size=\"11\">\n\
         <title>{}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{y}\" fill=\"#ffffff\"/>\n{body}</svg>\n",
        escaped(command_line)
    )
}

/// Appends a panel from `y` downward; returns where the next may begin.
fn push_panel(body: &mut String, mut y: usize, panel: &Panel) -> usize {
    push_text(body, 10, y, "start", &panel.title);
    y += GAP;
    let values = || panel.rows.iter().flat_map(|row| &row.values);
    let longest = values()
        .copied()
        .filter(|value| value.is_finite())
        .fold(0.0, f64::max);
    let room = (WIDTH - LABEL_WIDTH - VALUE_WIDTH) as f64;
    for row in &panel.rows {
        push_text(body, LABEL_WIDTH - 8, y + BAR_HEIGHT - 2, "end", &row.label);
        for (value, colour) in row.values.iter().zip(COLOURS.iter().cycle()) {
            if !value.is_finite() {
                continue;
            }
            let share = if longest > 0.0 {
                value.max(0.0) / longest
            } else {
                0.0
            };
            let width = (share * room) as usize;
            push_bar(body, [LABEL_WIDTH, y, width.max(1)], colour);
            let x = LABEL_WIDTH + width + 6;
            push_text(body, x, y + BAR_HEIGHT - 2, "start", &short(*value));
            y += BAR_HEIGHT;
        }
        y += GAP;
    }
    y + HEAD_HEIGHT
}

/// `[x, y, width]` of one bar.
fn push_bar(body: &mut String, [x, y, width]: [usize; 3], colour: &str) {
    let height = BAR_HEIGHT - 1;
    let _ = writeln!(
        body,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
    );
}

fn push_text(body: &mut String, x: usize, y: usize, anchor: &str, text: &str) {
    let text = escaped(text);
    let _ = writeln!(
        body,
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"
    );
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            ' '..='~' => out.push(character),
            _ => out.push('?'),
        }
    }
    out
}

fn short(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.3}")
    }
}
