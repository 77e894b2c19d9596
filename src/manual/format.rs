//! The page of the book format: the standard by which people, scripts and this program understand the same book alike.

use crate::say;
use crate::say::{Lang, Text, t};
use crate::schema::Asked;
use crate::tables;
use crate::tables::asked;
use crate::tables::settings::{FORMAT, key};

use super::meanings::{MEANINGS, SOURCES, VERSIONS};
use super::{Block, kind, setting, table, typed};

/// The page, block by block.
pub fn page() -> Vec<Block> {
    let mut page = vec![
        Block::Heading(1, say!("The book format, version {n}", "台账格式，第 {n} 版", n = FORMAT)),
        Block::Paragraph(say!(
            "A book outlives the programs that read it. This page says what a book is, so that people, scripts and programs understand the same \
             book alike. MUST, MUST NOT, SHOULD and MAY are meant as RFC 2119 defines them. The page is made from the descriptions by which \
             rollbook itself reads; `rollbook explain NAME` shows any piece of it without a network: a table, a column (`rollbook explain \
             volunteers.consent`), a section or key of `rollbook.toml`.",
            "台账比读它的程序用得更久。本页规定台账是什么，使人、脚本和程序对同一本台账的理解一致。文中“必须”“不得”“应当”“可以”的意思依照 RFC 2119 \
             的 MUST、MUST NOT、SHOULD、MAY。本页由 rollbook 读取台账所依据的说明生成；`rollbook explain 名称` 不用联网就能显示其中任何一项：\
             一个表、一列（`rollbook explain 志愿者.同意公开`）、`rollbook.toml` 的一节或一个键。"
        )),
        Block::Paragraph(say!(
            "[A book](#a-book) · [How files are written and read](#how-files-are-written-and-read) · [Cells](#cells) · [Tables](#tables) · \
             [rollbook.toml](#rollbooktoml) · [Meanings](#meanings) · [Versions](#versions) · [Sources](#sources)",
            "[台账](#台账) · [文件的写法和读法](#文件的写法和读法) · [单元格](#单元格) · [表](#表) · [rollbook.toml](#rollbooktoml) · [含义](#含义) · \
             [版本](#版本) · [依据](#依据)"
        )),
    ];
    chapter(&mut page, say!("A book", "台账"), BOOK);
    page.push(files());
    chapter(&mut page, say!("How files are written and read", "文件的写法和读法"), FILES);
    cells(&mut page);
    page.push(Block::Heading(2, say!("Tables", "表")));
    page.push(Block::Paragraph(say!(
        "A header is the code of a column, its title in either language, or another name listed here. The examples of all tables make one book.",
        "表头可以写列的代码、任一语言的名称，或这里列出的其他名称。各表的示例合起来是一本台账。"
    )));
    page.push(Block::Paragraph(say!(
        "These headers are no names of a column, because they may mean something else, too. Where the column is missing, a program MUST ask about \
         them (F017), and what stands under them counts as left out.",
        "下面这些表头还可能指别的，所以不算列的名称。缺少那一列时，程序必须询问（F017），下面的内容算作未计入。"
    )));
    page.push(asked());
    page.extend(table::all().map(|of| Block::Entry(3, table::entry(of))));
    settings(&mut page);
    chapter(&mut page, say!("Meanings", "含义"), MEANINGS);
    chapter(&mut page, say!("Versions", "版本"), VERSIONS);
    chapter(&mut page, say!("Sources", "依据"), SOURCES);
    page
}

/// A heading and its points.
fn chapter(page: &mut Vec<Block>, title: Text, points: &[crate::say::T]) {
    page.push(Block::Heading(2, title));
    page.push(Block::Points(points.iter().map(|point| (*point).into()).collect()));
}

const BOOK: &[crate::say::T] = &[
    t(
        "A book is a folder in which a file `rollbook.toml` stands. A program finds it in the working folder or in the nearest one above.",
        "台账是一个文件夹，里面有文件 `rollbook.toml`。程序在当前文件夹里找，没有就向上逐级找。",
    ),
    t(
        "`rollbook.toml` MUST say `format = 1`, and the table `volunteers` MUST be there. Everything else MAY be left out: a rule whose table is not \
         there is silent. The ids of an absent table are the words that refer to it: rows can be chosen and counted by them, and once the table is there \
         they are checked. An empty table is not an absent one.",
        "`rollbook.toml` 必须写 `format = 1`，必须有 `volunteers` 表。其余都可以没有：缺少的表，有关的规则不作声；引用它的词就是它的编号，可以按它筛选和分列，有了这张表再核对。空表不等于没有表。",
    ),
    t(
        "A table is one file, `NAME.csv`, or a folder `NAME/` of part files, never both. What a part file is called means nothing; dated tables \
         SHOULD have a part for each year, such as `activities/2026.csv`. A team is a file of its own, `teams/ID.toml`.",
        "一个表是一个文件 `表名.csv`，或一个文件夹 `表名/` 里的几个文件，不得两样都有。文件夹里的文件叫什么没有关系；按日期记的表应当每年一个文件，如 \
         `activities/2026.csv`。服务队每队一个文件：`teams/编号.toml`。",
    ),
    t(
        "`NAME` is the code of the table or its Chinese title, never both: `volunteers.csv` or `志愿者.csv`, `teams/` or `服务队/`. English titles are no \
         names of files; `rollbook.toml`, `private/` and `summaries/` have no others. A folder with a title for its name is a table only if a `.csv` \
         lies in it (of teams a `.toml`). Names are compared as they are listed, case and all, on every system; the name of a part file is made like an id.",
        "`表名` 用代码或中文名，不得两个都用：`volunteers.csv` 或 `志愿者.csv`，`teams/` 或 `服务队/`。英文名称不作文件名；`rollbook.toml`、`private/`、`summaries/` \
         没有别的名字。以中文名为名的文件夹，里面有 `.csv`（服务队为 `.toml`）才算表。在任何系统上，文件名都按列出的样子逐字比较，区分大小写；\
         分表文件的名字与编号的写法相同。",
    ),
    t(
        "A file that another system would take for a table's, such as `activities.CSV`, `Teams/` or a copy, MUST be told, and figures MUST name it as unread.",
        "别的系统会当作表的文件，如 `activities.CSV`、`Teams/` 或副本，必须指出，统计时必须列明没有读取。",
    ),
    t(
        "What stands in `private/` MUST NOT enter git, and a program MUST NOT show it unless asked for it by name. What begins with `.rollbook`, in any folder, is the program's own. Git is to ignore both.",
        "`private/` 里的内容不得进入 git，除非点名要求，程序不得显示。各文件夹里以 `.rollbook` 开头的归程序自己用。两者都应让 git 忽略。",
    ),
    t(
        "Any other file in the folder is nobody's business: a README, pictures, `.git`. A file of the book MUST be a plain file; a link that leads out \
         of the book MUST be refused.",
        "文件夹里的其他文件与台账无关，程序不管：README、图片、`.git` 等。台账的文件必须是普通文件；指向台账之外的链接不得接受。",
    ),
];

const FILES: &[crate::say::T] = &[
    t(
        "Files are UTF-8 with LF line ends. CSV is RFC 4180: commas between cells, a header row, double quotes round a cell with a comma, a quote or a \
         line break in it, quotes inside doubled.",
        "文件用 UTF-8 编码，换行用 LF。CSV 依照 RFC 4180：单元格之间用逗号，第一行是表头；单元格里有逗号、双引号或换行时，整格放进双引号，里面的双引号写两个。",
    ),
    t(
        "A program MUST read these alike, and keep them as they are: a byte-order mark; CRLF; columns in any order; columns that it does not know; \
         empty lines and lines of bare commas.",
        "下面这些，程序必须照样能读，并保持原样：字节顺序标记（BOM）、CRLF 换行、任意的列顺序、不认识的列、空行和只有逗号的行。",
    ),
    t(
        "A column that may be empty MAY be missing. A header is read without regard to case, width of letters, blanks, line breaks, `*`, `:`, `-` and \
         `_`, and without the unit of the column in brackets: `服务时长（小时）*` is `hours`; `时长(分钟)` is not, and is asked about. A column \
         that is nearly one that is missing is asked about, too (F017); others are named once a book (F027), but for notes, remarks, comments, \
         备注, 说明, 序号 and those under `extra` in `[files]`.",
        "可以不填的列，可以整列没有。读表头时不计大小写、字符宽度、空格、换行、`*`、`:`、`-`、`_`，也不计括号里这一列自己的单位：`服务时长（小时）*` 就是 `hours`，\
         `时长(分钟)` 不是，会询问。与缺少的一列几乎相同的表头也会询问（F017）；其他的列每本台账只提一次（F027），备注、说明、序号和 `[files]` 的 `extra` 中的列不提。",
    ),
    t(
        "Empty cells at the end of a row MAY be missing, or be more than the header has: the row is read (F008, a warning). A cell between quotes that \
         goes over several lines is an error (F003) where its first line is as long as the header and a line below is a row by itself: as many cells \
         as the header (three or more), ids where the key is, no blank behind its commas, and, below six cells, what each column takes.",
        "一行末尾的空单元格可以省去，也可以比表头多：这一行照常读取（F008，警告）。双引号里的内容占几行时，如果首行与表头一样长，下面又有一行本身就是一行数据，就是错误（F003）：\
         单元格数与表头相同（至少三个），键的位置是编号，逗号后面没有空格，不到六个单元格时各格还要是各列能填的内容。",
    ),
    t(
        "Fixed words and words of a vocabulary are read by code, by title of either language, and by the other names listed here.",
        "固定的词和词表中的词，写代码、任一语言的名称或这里列出的其他写法都可以。",
    ),
    t(
        "A line of a CSV file is never a comment; in TOML `#` begins one. A list stands in one cell, its items parted by `;`.",
        "CSV 文件里没有注释；TOML 里 `#` 开始注释。多个值写在一个单元格里，用 `;` 分隔。",
    ),
    t(
        "One bad cell never hides the rest: what can be read counts, and every fault is told with its place. A program that changes a book MUST \
         leave every other byte as it was.",
        "一格有错不影响其余：能读的都算，每个问题都指出在哪里。修改台账的程序，必须让其余的每个字节保持原样。",
    ),
];

/// Headers that are asked about.
fn asked() -> Block {
    let heads = vec![t("Headers", "表头"), t("Table", "表"), t("What may be meant", "可能是"), t("Why", "原因")];
    let words = |words: &[&str]| Text::list(words.iter().map(|word| Text::same(typed(word))));
    let rows = asked::ALL.iter().map(|asked| {
        let is_its = |other: &&Asked| std::ptr::eq(*other, *asked);
        let tables: Vec<&str> = tables::ALL.iter().filter(|table| table.asked.iter().any(is_its)).map(|table| table.name).collect();
        let tables = if tables.is_empty() { say!("any", "各表") } else { words(&tables) };
        let meant = if asked.columns.is_empty() { words(&[asked.elsewhere]) } else { words(asked.columns) };
        vec![words(asked.headers), tables, meant, asked.why.into()]
    });
    Block::Rows(heads, rows.collect())
}

/// Which files a book has.
fn files() -> Block {
    let heads = vec![t("Table", "表"), t("File", "文件"), t("A row is", "一行是"), t("Key", "键")];
    let rows = table::all().map(|of| {
        let key = of.key_columns().map(|column| Text::same(typed(column.code)));
        let path = match of.form() {
            crate::tables::Form::Csv => format!("{}.csv", of.path),
            crate::tables::Form::TomlFiles => format!("{}/*.{}", of.path, of.extension()),
        };
        vec![of.title.into(), Text::same(typed(&path)), of.about.into(), Text::list(key)]
    });
    Block::Rows(heads, rows.collect())
}

/// What may stand in a cell.
fn cells(page: &mut Vec<Block>) {
    page.push(Block::Heading(2, say!("Cells", "单元格")));
    page.push(Block::Paragraph(say!(
        "Blanks around a cell are passed over. What is not written so is a finding, and the cell counts as not readable, never as empty.",
        "单元格前后的空格不计。不照下面写的会提示，这一格算作读不出，而不算空。"
    )));
    let rows = kind::ALL.iter().map(|kind| vec![kind::name(*kind), kind::about(*kind)]).collect();
    page.push(Block::Rows(vec![t("Takes", "填什么"), t("How it is written", "怎样写")], rows));
}

/// `rollbook.toml`, section by section.
fn settings(page: &mut Vec<Block>) {
    page.push(Block::Heading(2, Text::same("rollbook.toml")));
    page.push(Block::Paragraph(say!(
        "Only `format` must be there. A key that is not described here is a finding and changes nothing; a value that cannot be used is one, \
         and the default stays in force. A whole example, with every section:",
        "只有 `format` 必须写。这里没有的键会提示，不起作用；不能用的值也会提示，仍按默认值办。下面是各节都有的完整示例："
    )));
    page.push(Block::Code("toml", Text { en: key::example(Lang::En), zh: key::example(Lang::Zh) }));
    for outline in setting::all() {
        let mut entry = setting::section(outline);
        // The whole example stands above.
        entry.parts.retain(|part| part.code != "example");
        page.push(Block::Entry(3, entry));
    }
}
