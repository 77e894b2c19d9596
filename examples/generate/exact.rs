//! Hours in quarters and tons in hundredths, so that they stay exact.

/// The quarters of hours written as a decimal, such as `1.5`.
pub fn quarters(text: &str) -> u32 {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    whole.parse::<u32>().unwrap() * 4 + ["0", "25", "5", "75"].iter().position(|p| *p == part).unwrap() as u32
}

/// Quarters as a decimal without needless noughts.
pub fn hours(quarters: u32) -> String {
    format!("{}{}", quarters / 4, ["", ".25", ".5", ".75"][quarters as usize % 4])
}

/// Fewer hours than an activity had, for somebody who came late or left early.
pub fn less(quarters: u32) -> u32 {
    if quarters > 4 { quarters - 2 } else { quarters.div_ceil(2) }
}

/// Hundredths as a decimal without needless noughts.
pub fn hundredths(n: u32) -> String {
    match (n / 100, n % 100) {
        (whole, 0) => whole.to_string(),
        (whole, part) if part % 10 == 0 => format!("{whole}.{}", part / 10),
        (whole, part) => format!("{whole}.{part:02}"),
    }
}
