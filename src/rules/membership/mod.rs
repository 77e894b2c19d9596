//! Family M: who belongs to which team, the organisation relation.

use super::Rule;

mod below_wanted;
mod by_hand;
mod dates;
mod end_not_exact;
mod ladder;
mod leader_not_secretary;
mod member_twice;
mod no_backbone;
mod no_backbone_by_office;
mod no_leader;
mod no_post;
mod no_successor;
mod no_team;
mod outside_person;
mod outside_team;
mod post_full;
mod same_person;
mod strength;
mod too_few;
mod two_leaders;
mod two_teams;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &two_teams::RULE,             // M001
    &no_team::RULE,               // M002
    &too_few::RULE,               // M003
    &below_wanted::RULE,          // M004
    &no_leader::RULE,             // M005
    &two_leaders::RULE,           // M006
    &leader_not_secretary::RULE,  // M007
    &no_backbone::RULE,           // M008
    &no_backbone_by_office::RULE, // M009
    &no_successor::RULE,          // M010
    &outside_person::RULE,        // M011
    &outside_team::RULE,          // M012
    &no_post::RULE,               // M013
    &post_full::RULE,             // M014
    &same_person::RULE,           // M015
    &member_twice::RULE,          // M016
    &end_not_exact::RULE,         // M017
];

#[cfg(test)]
mod tests {
    use crate::book::Ask;
    use crate::findings::Chosen;
    use crate::rules::{check, example};

    /// Breaks every rule of the family at once.
    const BOOK: &str = r#"
-- rollbook.toml (add)
[vocabulary]
identities = ["cadre", "elder"]

[rules]
minimum-members = 2
wanted-members = 4
backbone-identities = ["cadre"]
-- branches.csv
id,name,secretary
b1,East village,v2
-- posts.csv
id,name,capacity
p1,Gate watch,1
-- volunteers.csv
id,name,track,branch,identities,post,joined,left
v1,Ann Reed,community,b1,elder,p1,2020,
v2,Ben Cole,community,b1,,p1,2020,
v3,Ann Reed,community,b1,,,2021,
v4,Ann Reed,community,b1,,,2022,2026-01-31
v5,Cho Park,community,,,p1,2020,
v6,Dan Frost,community,,,,2021,2026
v7,Gus Hale,community,,,p1,2020,
-- private/people.csv
volunteer,phone
v2,010-55550100
v5,01055550100
-- teams/gate.toml
name = "Gate"
kind = "security"
place = "east"
branch = "b1"
founded = "2020"
-- teams/patrol.toml
name = "Patrol"
kind = "security"
place = "east"
founded = "2020"
-- teams/repair.toml
name = "Repair"
kind = "repair"
place = "east"
founded = "2021"
closed = "2025"
-- memberships.csv
volunteer,team,role,from,to
v1,gate,backbone,2024-01-01,
v2,gate,member,2024-01-01,
v1,repair,member,2024-02-01,2025-01-01
v4,gate,member,2024-01-01,
v7,gate,member,2024-01-01,
v5,patrol,member,2020-01-01,
v2,repair,member,2019-01-01,2019-12-31
v4,gate,backbone,2025-06-01,2025-06-30
-- appointments.csv
team,volunteer,office,from,to
gate,v1,leader,2024-01-01,
gate,v5,leader,2024-01-01,
gate,v3,leader,2025-01-01,2025-12-31
patrol,v5,leader,2020-01-01,2025-12-31
-- leaves.csv
volunteer,from,to,reason
v1,2026-06-01,,
v5,2019-06-01,2026-06-30,
"#;

    /// The same book, the rows of each table in the opposite order.
    fn reversed(text: &str) -> String {
        let turn = |(path, content): (String, Option<Vec<u8>>)| {
            let content = String::from_utf8(content.unwrap()).unwrap();
            let mut lines: Vec<&str> = content.lines().collect();
            if path.ends_with(".csv") {
                lines[1..].reverse();
            }
            format!("-- {path}\n{}\n", lines.join("\n"))
        };
        example::files(text).into_iter().map(turn).collect()
    }

    fn told(text: &str) -> Vec<(&'static str, String, String, String)> {
        let book = example::book(text);
        let chosen = Chosen { select: vec!["M".into()], ignore: Vec::new() };
        let findings = check(&book, Ask::on(example::day(&book)), &chosen).findings;
        let mut told: Vec<_> =
            findings.iter().map(|f| (f.code, f.record.clone().unwrap_or_default(), f.message.en.clone(), f.message.zh.clone())).collect();
        told.sort();
        told
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let told_first = told(BOOK);
        assert_eq!(told_first, told(&reversed(BOOK)));
        for rule in super::RULES {
            assert!(told_first.iter().any(|(code, ..)| *code == rule.code), "{} is not broken: {told_first:#?}", rule.code);
        }
    }
}
