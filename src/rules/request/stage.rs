//! How far a request had come on a day: what came later had not come yet.

use crate::tables::requests::{Request, RequestStatus};
use crate::value::Day;

/// Whether a request says that it is settled: answered, or declined with words.
pub fn says_answered(request: &Request) -> bool {
    matches!(request.status.get(), Some(RequestStatus::Answered | RequestStatus::Declined))
}

/// Whether a request was answered by a day. `None` where that cannot be read. One that says so without a date is taken at its word.
pub fn is_answered(request: &Request, by: Day) -> Option<bool> {
    if request.status.is_broken() || request.answered.is_broken() {
        return None;
    }
    Some(match request.answered.get() {
        Some(answered) => answered <= by,
        None => says_answered(request),
    })
}

/// Whether a request was verified by a day, or went on without. `None` where that cannot be read.
pub fn is_verified(request: &Request, by: Day) -> Option<bool> {
    if request.verified.is_broken() || request.assigned.is_broken() {
        return None;
    }
    let went_on = is_answered(request, by)? || request.assigned.get().is_some_and(|assigned| assigned <= by);
    Some(match request.verified.get() {
        Some(verified) => verified <= by || went_on,
        // It has come further than that; on which day, it does not say.
        None => went_on || request.status.get() != Some(RequestStatus::Open),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::example;

    /// What the first request of a book says of a day: whether it is verified, whether answered.
    fn on(row: &str, day: &str) -> (Option<bool>, Option<bool>) {
        let text =
            format!("-- requests.csv\nid,received,channel,kind,subject,status,verified,assigned,answered\nr1,2026-03-01,hotline,care,Stairs,{row}\n");
        let book = example::book(&text);
        let (_, request) = book.requests.iter().next().unwrap();
        let day = Day::parse(day).unwrap();
        (is_verified(&request, day), is_answered(&request, day))
    }

    #[test]
    fn what_came_later_had_not_come_yet() {
        let row = "answered,2026-03-03,2026-03-05,2026-03-09";
        let days = ["2026-03-02", "2026-03-03", "2026-03-08", "2026-03-09"].map(|day| on(row, day));
        assert_eq!(days, [(Some(false), Some(false)), (Some(true), Some(false)), (Some(true), Some(false)), (Some(true), Some(true))]);
    }

    #[test]
    fn without_a_date_its_status_is_believed() {
        assert_eq!(on("open,,,", "2026-03-09"), (Some(false), Some(false)));
        assert_eq!(on("forwarded,,,", "2026-03-01"), (Some(true), Some(false)));
        assert_eq!(on("declined,,,", "2026-03-01"), (Some(true), Some(true)));
        assert_eq!(on("verified,2026-03-05,2026-03-02,", "2026-03-02"), (Some(true), Some(false)), "assigned at once");
    }

    #[test]
    fn what_cannot_be_read_is_not_known() {
        assert_eq!(on("done,2026-03-03,,", "2026-03-09"), (None, None));
        assert_eq!(on("open,soon,,", "2026-03-09"), (None, Some(false)));
        assert_eq!(on("answered,,,soon", "2026-03-09"), (None, None));
    }
}
