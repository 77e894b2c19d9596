//! Family Q: what people ask for, and whether they get an answer.

use super::Rule;

mod activity_cancelled;
mod closed_team;
mod empty_answer;
mod unanswered;
mod unverified;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &unverified::RULE,         // Q001
    &unanswered::RULE,         // Q002
    &empty_answer::RULE,       // Q003
    &closed_team::RULE,        // Q004
    &activity_cancelled::RULE, // Q005
];

#[cfg(test)]
mod tests {
    use crate::rules::example;
    use crate::tables::requests::{Request, RequestStatus};
    use crate::value::Day;

    /// The first request of a book that has one, and a day.
    fn request(row: &str, day: &str) -> (Request, Day) {
        let text =
            format!("-- requests.csv\nid,received,channel,kind,subject,status,verified,assigned,answered\nr1,2026-03-01,hotline,care,Stairs,{row}\n");
        let book = example::book(&text);
        let (_, request) = book.requests.iter().next().unwrap();
        (request, Day::parse(day).unwrap())
    }

    /// What it says of a day: whether it is verified, whether answered.
    fn on(row: &str, day: &str) -> (Option<bool>, Option<bool>) {
        let (request, day) = request(row, day);
        (request.is_verified(day), request.is_answered(day))
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

    #[test]
    fn its_status_is_that_of_the_day() {
        let on = |row: &str, day: &str| request(row, day).0.status_on(Day::parse(day).unwrap());
        let row = "answered,2026-03-03,2026-03-05,2026-03-09";
        let days = ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-09"].map(|day| on(row, day));
        let steps = [RequestStatus::Open, RequestStatus::Verified, RequestStatus::Assigned, RequestStatus::Answered];
        assert_eq!(days, steps.map(Some));
        assert_eq!(on("declined,2026-03-03,,2026-03-09", "2026-03-08"), Some(RequestStatus::Verified));
        assert_eq!(on("assigned,2026-03-03,2026-03-05,", "2026-03-04"), Some(RequestStatus::Verified));
        assert_eq!(on("forwarded,,,", "2026-03-01"), Some(RequestStatus::Forwarded), "without dates it is taken at its word");
        assert_eq!(on("done,,,", "2026-03-01"), None);
    }
}
