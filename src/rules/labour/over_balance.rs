//! X003: what is given is given back.

use crate::findings::{Finding, Found, Level};
use crate::rules::activity::attended::with_unit;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::exchanges::Exchange;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Day, Row, Target};

/// X003.
pub static RULE: Rule = Rule {
    code: "X003",
    name: "over-balance",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A volunteer has given more hours of mutual labour than received, or received more than given, by more than exchange-balance.",
        "志愿者换工的出工和受工相差超过 exchange-balance 小时。",
    ),
    why: t(
        "Mutual labour lives on giving and taking: who only gives tires of it, who only takes is no longer asked. \
         More than 24 hours in a row, which exchange-hours tells, count as 24.",
        "换工靠有来有往：只出不进的会灰心，只进不出的没人再帮。一行超过 24 小时的由 exchange-hours 提示，这里按 24 小时计。",
    ),
    mend: t(
        "Let those who owe hours give some back, or correct the rows. Hours that are owed to nobody any more are waived.",
        "请欠工的人还工，或改正记录。不必再还的，写一条豁免。",
    ),
    thresholds: &["exchange-balance"],
    reads: Needs::rows(&[TableId::EXCHANGES, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
    example: "
-- rollbook.toml (add)
[rules]
exchange-balance = 10
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,rural,2020
v2,Ben Cole,rural,2020
v3,Cho Park,rural,2020
-- exchanges.csv
id,date,giver,receiver,hours,kind,what
x1,2026-05-02,v1,v2,8,field,Harvest
x2,2026-05-09,v1,v3,6,house,Roof
",
    check: Check::Book(check),
};

/// What somebody has given and received, and the last of these exchanges.
#[derive(Clone, Copy, Default)]
struct Account {
    given: Amount,
    received: Amount,
    last: Option<(Day, Row<Exchange>)>,
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Exchange::TARGET) {
        return;
    }
    let (book, unsure, as_of) = (cx.book, cx.book.unsure(), cx.ask.as_of);
    let most = Amount::whole(u32::try_from(book.settings.rules.exchange_balance).unwrap_or(u32::MAX));
    let mut accounts = vec![Account::default(); book.volunteers.len()];
    for (row, exchange) in book.exchanges.iter() {
        let Some((day, hours)) = exchange.date.get().zip(exchange.hours.get()).filter(|(day, _)| *day <= as_of) else { continue };
        // More than a day has is told as that; so that one slip of the pen does not upset the balance, it counts as the most that can have been.
        let hours = hours.min(Amount::whole(24));
        let mut enter = |whose: Option<Row<Volunteer>>, add: fn(&mut Account, Amount)| {
            if let Some(account) = whose.and_then(|whose| accounts.get_mut(whose.index())) {
                add(account, hours);
                account.last = account.last.max(Some((day, row)));
            }
        };
        enter(exchange.giver.get(), |account, hours| account.given += hours);
        enter(exchange.receiver.get(), |account, hours| account.received += hours);
    }
    for ((volunteer, _), account) in book.volunteers.iter().zip(accounts) {
        let (over, under) = (account.given - account.received, account.received - account.given);
        // A row that could not be read might be what was given back.
        let is_over = over > most && unsure.received.on(volunteer, as_of) == 0;
        let is_under = under > most && unsure.given.on(volunteer, as_of) == 0;
        if is_over || is_under {
            found.add(finding(cx, volunteer, account, over.max(under), most));
        }
    }
}

fn finding(cx: &Cx<'_>, volunteer: Row<Volunteer>, account: Account, balance: Amount, most: Amount) -> Finding {
    let has_given = account.given > account.received;
    let message = say!(
        "{who} has given {given} of mutual labour and received {received}: they differ by {balance}, and at most {most} are allowed",
        "{who}换工出工 {given}，受工 {received}，相差 {balance}，最多相差 {most} 小时",
        who = cx.who(volunteer),
        given = with_unit(account.given),
        received = account.received,
        balance = balance,
        most = most
    );
    let over = with_unit(balance - most);
    let help = if has_given {
        say!(
            "let others give {who} at least {over}, or correct the rows that are wrong",
            "请别人给 {who} 至少还工 {over}，或改正有误的记录",
            who = cx.id(volunteer),
            over = over
        )
    } else {
        say!(
            "let {who} give others at least {over}, or correct the rows that are wrong",
            "请 {who} 至少给别人还工 {over}，或改正有误的记录",
            who = cx.id(volunteer),
            over = over
        )
    };
    let finding = Finding::new(cx.record(volunteer), cx.book.volunteers.row_at(volunteer), message).help(help);
    match account.last {
        Some((_, last)) => finding.related(cx.book.exchanges.row_at(last), say!("the last of these exchanges", "最近一次换工")),
        None => finding,
    }
}
