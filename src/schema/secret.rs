//! Columns that no table has and that hold what is nobody's business: identity numbers, and what belongs in `private/`. Their headers are
//! known, so that what stands under them is shown nowhere.

use crate::text::csv::{Form as Written, Rows, after_mark};
use crate::text::toml::{self, Item};
use crate::text::width::is_hidden;
use crate::text::{At, Span};

use super::description::{Description, Form};
use super::meant::PARTING;
use super::names::{Found, fold};

/// What stands under such a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Secret {
    /// The number of an identity card, a passport or the like.
    Identity,
    /// Sex.
    Sex,
    /// The day of birth.
    Birth,
    /// Where somebody lives.
    Address,
    /// A telephone number.
    Phone,
}

/// A cell of a header that says so.
#[derive(Clone, Debug)]
pub struct SecretColumn {
    /// The number of the cell.
    pub position: usize,
    /// Where it stands.
    pub at: At,
    /// What it says.
    pub name: String,
    /// What stands under it.
    pub kind: Secret,
}

/// Words of headers: those that a header has anywhere in it, those that it ends in, and those that are all of it.
struct Said {
    kind: Secret,
    within: &'static [&'static str],
    ending: &'static [&'static str],
    whole: &'static [&'static str],
}

/// All of them, as headers are compared.
const SAID: &[Said] = &[
    Said {
        kind: Secret::Identity,
        within: &[
            "身份证",
            "证件号",
            "公民身份",
            "身份号码",
            "护照",
            "通行证号",
            "军官证",
            "警官证",
            "户口簿号",
            "社会保障号",
            "社保号",
            "社保卡号",
            "医保号",
            "医保卡号",
            "passport",
            "identitycard",
            "identitynumber",
            "identityno",
            "identificationnumber",
            "identificationno",
            "nationalid",
            "citizenid",
            "residentid",
            "socialsecurity",
            "idcard",
        ],
        ending: &["idnumber", "idno"],
        whole: &["ssn", "nric", "nin", "证件", "有效证件"],
    },
    Said { kind: Secret::Sex, within: &[], ending: &["性别"], whole: &["sex", "gender", "男女", "男/女", "m/f", "sex(m/f)"] },
    Said {
        kind: Secret::Birth,
        within: &["出生", "dateofbirth", "birthdate", "birthday", "yearofbirth", "birthyear"],
        ending: &["生日", "生辰"],
        whole: &["birth", "born", "dob", "bornon", "d.o.b"],
    },
    Said {
        kind: Secret::Address,
        within: &[
            "家庭住址",
            "家庭地址",
            "家庭详细地址",
            "户籍地址",
            "户籍所在地",
            "户口所在地",
            "居住地址",
            "homeaddress",
            "residentialaddress",
            "privateaddress",
        ],
        ending: &["现住址", "常住地址", "住址", "门牌号"],
        whole: &["地址", "联系地址", "通讯地址", "通信地址", "详细地址", "address", "streetaddress", "postaladdress", "street"],
    },
    Said {
        kind: Secret::Phone,
        within: &["手机", "phonenumber", "mobilenumber", "telephonenumber", "cellphone", "mobilephone"],
        ending: &[
            "电话",
            "电话号码",
            "联系方式",
            "联络方式",
            "联系号码",
            "移动电话",
            "phone",
            "telephone",
            "phoneno",
            "mobileno",
            "telno",
            "contactnumber",
            "contactno",
        ],
        whole: &["tel", "mobile", "cell", "座机", "contactdetails", "wechat/phone"],
    },
];

/// What makes a telephone number one that is there for everybody.
const FOR_ALL: &[&str] = &["热线", "值班", "办公", "公开", "单位电话", "咨询", "监督", "服务电话", "hotline", "office", "public", "helpline"];

/// A header that only asks whether something is there has nothing to hide.
const NO_NUMBER: &[&str] = &["身份证明", "是否", "有无"];

/// What stands under a header of a table, or at a key, where it is none of the table's own and nobody's business.
pub fn secret(table: &Description, header: &str) -> Option<Secret> {
    let plain: String = header.chars().filter(|c| !is_hidden(*c)).collect();
    // A whole line that is parted by other signs is no header of one column.
    if plain.contains(PARTING) || !matches!(table.names().find(table, &plain), Found::Nothing | Found::OtherUnit(_)) {
        return None;
    }
    let folded = fold(&plain);
    let name = ['(', '[', '【', '〔'].iter().find_map(|open| folded.split_once(*open)).map_or(folded.as_str(), |(name, _)| name);
    let name: String = name.chars().filter(|c| !matches!(c, '.' | '#' | '№' | '\'')).collect();
    let is_said = |said: &Said| {
        said.within.iter().any(|word| name.contains(word))
            || said.ending.iter().any(|word| name.ends_with(word))
            || said.whole.contains(&name.as_str())
    };
    let kind = SAID.iter().find(|said| is_said(said))?.kind;
    let is_let = match kind {
        Secret::Identity => NO_NUMBER.iter().any(|word| name.contains(word)),
        Secret::Address => table.has_addresses && !["家庭", "home", "户籍"].iter().any(|word| name.contains(word)),
        Secret::Phone => FOR_ALL.iter().any(|word| name.contains(word)),
        Secret::Sex | Secret::Birth => NO_NUMBER.iter().any(|word| name.contains(word)),
    };
    // What is private may hold anything but an identity number.
    (!is_let && (kind == Secret::Identity || !table.is_private())).then_some(kind)
}

/// A cell or value that nobody is to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecretCell {
    /// Its bytes, the quotes included.
    pub span: Span,
    /// What it is.
    pub kind: Secret,
    /// Whether it is certain that it is one: of a row with too many or too few cells any near it may be.
    pub is_certain: bool,
}

/// The cells and values of a file that nobody is to see, in the order of their places. `bad` says where in it bytes cannot be decoded.
pub fn secret_cells(text: &str, bad: &[Span], table: &Description) -> Vec<SecretCell> {
    match table.form() {
        Form::TomlFiles => {
            let toml = toml::read(text).0;
            let values = toml.0.iter().filter(|entry| !matches!(entry.value.item, Item::Table(_)));
            values.filter_map(|entry| Some(SecretCell { span: entry.value.span, kind: secret(table, &entry.key)?, is_certain: true })).collect()
        }
        Form::Csv => of_rows(text, bad, table),
    }
}

fn of_rows(text: &str, bad: &[Span], table: &Description) -> Vec<SecretCell> {
    let mut rows = Rows::new(text, Span::new(after_mark(text), text.len())).with_bad(bad);
    let mut fields = Vec::new();
    let Some(row) = rows.next_row(&mut fields) else { return Vec::new() };
    let named = fields.iter().map(|field| field.value(text).and_then(|name| secret(table, &name)));
    let columns: Vec<(usize, Secret)> = named.enumerate().filter_map(|(position, kind)| Some((position, kind?))).collect();
    let width = fields.len();
    let mut cells = Vec::new();
    if columns.is_empty() || !rows.faults.is_empty() {
        // The header may be parted by something else than commas: then so are its rows.
        let line = row.span.of(text);
        let is_parted = line.split(|c: char| SIGNS.contains(&c)).any(|name| secret(table, name.trim_matches(['"', '“', '”', ' '])).is_some());
        if is_parted {
            digits(text, Span { start: row.span.end, end: u32::try_from(text.len()).unwrap_or(u32::MAX) }, &mut cells);
        }
        return cells;
    }
    while let Some(row) = rows.next_row(&mut fields) {
        let is_broken = !rows.faults.is_empty() || row.cut || fields.iter().any(|field| field.form == Written::Broken);
        rows.faults.clear();
        if is_broken || (row.is_tall && fields.len() != width) {
            // Which cell stands where nobody knows: what was swallowed may be a number.
            digits(text, row.span, &mut cells);
            continue;
        }
        let (n, off) = (fields.len(), fields.len().abs_diff(width));
        if off == 0 && !row.is_tall {
            cells.extend(columns.iter().filter_map(|(position, kind)| {
                let field = fields.get(*position).filter(|field| !field.is_blank(text))?;
                Some(SecretCell { span: field.span, kind: *kind, is_certain: true })
            }));
            continue;
        }
        for (place, field) in fields.iter().enumerate() {
            let kind = columns.iter().find(|(position, _)| {
                if n > width { (*position..=position + off).contains(&place) } else { place <= *position && position - place <= off }
            });
            match kind {
                Some((position, kind)) if !field.is_blank(text) => {
                    cells.push(SecretCell { span: field.span, kind: *kind, is_certain: *position == place });
                }
                // Lines of rows may stand in a cell between quotes.
                None if row.is_tall => digits(text, field.span, &mut cells),
                _ => {}
            }
        }
    }
    cells
}

/// Everything in a text that may be a number, for whoever cannot tell its columns apart.
pub fn numbers_in(text: &str) -> Vec<SecretCell> {
    let mut cells = Vec::new();
    digits(text, Span::new(0, text.len()), &mut cells);
    cells
}

/// What parts cells in files that are no CSV.
const SIGNS: &[char] = &[',', '，', ';', '；', '\t', '|', '、'];

/// So many digits or signs that hide them make what may be a number.
const NUMBER: usize = 6;

/// Everything in a part of a text that may be a number.
fn digits(text: &str, part: Span, cells: &mut Vec<SecretCell>) {
    let mut at = part.start as usize;
    for token in part.of(text).split(|c: char| SIGNS.contains(&c) || matches!(c, '\n' | '\r' | '"' | '“' | '”')) {
        if token.chars().filter(|c| c.is_numeric() || matches!(c, '*' | '＊')).count() >= NUMBER {
            cells.push(SecretCell { span: Span::new(at, at + token.len()), kind: Secret::Identity, is_certain: false });
        }
        at += token.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
}

/// Whether something that stands under a header of identity numbers is one, in whatever form: whole, of another length, masked, rounded.
pub fn is_number(text: &str) -> bool {
    text.chars().any(|c| c.is_numeric() || matches!(c, '*' | '＊'))
}
