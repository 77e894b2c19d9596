//! What `rollbook.toml` may say: each section and each key, described once. Reading, "did you mean", `explain` and the pages
//! all go by these descriptions.

use crate::say;
use crate::say::{Lang, T, Text, t};
use crate::value::fixed::FixedWord;

/// A section of `rollbook.toml`, described.
#[derive(Debug)]
pub struct Outline {
    /// Its name; empty for what stands above all sections. A part in capitals is a name of one's own: `metrics.NAME`.
    pub name: &'static str,
    /// What stands in it.
    pub about: T,
    /// How it is written.
    pub form: Form,
    /// Its keys, in the order in which documents name them.
    pub keys: &'static [Key],
    /// The line above its keys in the example of each language; none where it has no part in that.
    pub head: Option<T>,
}

/// How a section is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Under `[name]`, once, with these keys and no others.
    One,
    /// Under `[[name]]`, as often as one likes.
    Many,
    /// Under `[name]`, once, with keys of one's own: the one that is described stands for all.
    Free,
}

/// A key, described.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What stands where it says nothing, as `rollbook.toml` would write it; empty: nothing.
    pub default: &'static str,
    /// What it means, in a phrase with its unit.
    pub about: T,
    /// A value, as `rollbook.toml` writes it in a book of each language, or a whole line where the key is of one's own; empty: the
    /// default is example enough.
    pub example: T,
}

/// What a key takes.
#[derive(Debug)]
pub enum Takes {
    /// A text in quotes.
    Text,
    /// A whole number that is at least so much.
    Whole(i64),
    /// True or false.
    Truth,
    /// One of these words.
    OneOf(&'static [FixedWord]),
    /// A date.
    Day,
    /// A list of texts in quotes.
    Texts,
    /// What the words say.
    This(T),
}

impl Takes {
    /// What it takes, for messages and pages.
    pub fn said(&self) -> Text {
        match self {
            Self::Text => say!("a text in quotes", "加引号的文字"),
            Self::Whole(least) => say!("a whole number from {least} to 1000000", "{least} 到 1000000 的整数", least = least),
            Self::Truth => say!("true or false", "true 或 false"),
            Self::OneOf(words) => {
                let all = Text::list(words.iter().map(|word| Text::same(word.code)));
                say!("one of: {all}", "以下之一：{all}", all = all)
            }
            Self::Day => say!("a date, such as 2026-12-31", "日期，如 2026-12-31"),
            Self::Texts => say!("a list of texts in quotes", "加引号文字的列表"),
            Self::This(takes) => (*takes).into(),
        }
    }
}

impl Outline {
    /// The description of a key.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The line above its keys; empty for what stands above all sections.
    pub fn heading(&self) -> String {
        match self.form {
            _ if self.name.is_empty() => String::new(),
            Form::Many => format!("[[{}]]", self.name),
            Form::One | Form::Free => format!("[{}]", self.name),
        }
    }

    /// The section as an example shows it, line by line; nothing where it has no part in the example.
    pub fn example(&self, lang: Lang) -> String {
        let Some(head) = self.head else { return String::new() };
        let mut out = head.get(lang).to_owned();
        for key in self.keys {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&key.line(self, lang));
        }
        out.push('\n');
        out
    }
}

impl Key {
    /// The line that gives the key its example value.
    pub fn line(&self, outline: &Outline, lang: Lang) -> String {
        match self.example.get(lang) {
            line if outline.form == Form::Free => line.to_owned(),
            "" => format!("{} = {}", self.name, self.default),
            value => format!("{} = {value}", self.name),
        }
    }
}

/// An example of a whole `rollbook.toml`, in which the examples of all tables are right.
pub fn example(lang: Lang) -> String {
    let sections = super::ALL.iter().map(|outline| outline.example(lang)).filter(|section| !section.is_empty());
    sections.collect::<Vec<_>>().join("\n")
}

/// What stands above all sections.
pub static TOP: Outline = Outline {
    name: "",
    about: t("what every book says first", "每本台账最先写的"),
    form: Form::One,
    keys: &[Key {
        name: "format",
        takes: Takes::Whole(1),
        default: "",
        about: t(
            "the version of this format; must be there, and a program that knows only older ones refuses the book",
            "本格式的版本；必须写，只认识旧版本的程序不读这本台账",
        ),
        example: t("1", "1"),
    }],
    head: Some(t("", "")),
};

/// `[vocabulary]`.
pub static VOCABULARY: Outline = Outline {
    name: "vocabulary",
    about: t(
        "the organisation's own words; a list that is missing or empty allows any word, one that is there allows no other. A word is made of letters, \
         digits, '-' and '_'. A list is an array of words, or a table that gives each a title to be shown: in one language, or in each",
        "本组织自己的词；没有写或写空的词表，什么词都可以用，写了的就只能用其中的词。词由文字、数字、“-”和“_”组成。词表写成数组，或写成表，给每个词一个显示用的名称：\
         一种语言的，或各语言的",
    ),
    form: Form::One,
    keys: crate::tables::vocabulary::KEYS,
    head: Some(t("[vocabulary]", "[vocabulary]")),
};

/// A word of a vocabulary that is written as a table.
pub static WORD: Outline = Outline {
    name: "vocabulary.LIST.WORD",
    about: t("the titles of a word, where its list is a table", "词表写成表时，一个词的名称"),
    form: Form::One,
    keys: &[
        Key {
            name: "en",
            takes: Takes::Text,
            default: "",
            about: t("its title in English; none: the word itself", "英文名称；没有就用词本身"),
            example: t("\"Night watch\"", "\"Night watch\""),
        },
        Key {
            name: "zh-CN",
            takes: Takes::Text,
            default: "",
            about: t("its title in Chinese; none: the word itself", "中文名称；没有就用词本身"),
            example: t("\"治安巡逻\"", "\"治安巡逻\""),
        },
    ],
    head: None,
};

/// `[metrics]`.
pub static METRICS: Outline = Outline {
    name: "metrics",
    about: t("what outcomes count; a metric that is not here is none", "成效按哪些指标计；没有写在这里的不能用"),
    form: Form::Free,
    keys: &[Key {
        name: "NAME",
        takes: Takes::This(t(
            "a unit in quotes, or { unit = \"t\", track = \"community\" }",
            "加引号的单位，或 { unit = \"t\", track = \"community\" }",
        )),
        default: "",
        about: t(
            "a metric under a word of your own, with its unit, or with all that stands below",
            "用自己的词作指标名，写明单位，也可以写全下面几项",
        ),
        example: t("patrols = \"times\"", "\"巡逻\" = \"次\""),
    }],
    head: Some(t("[metrics]", "[metrics]")),
};

/// A metric that is written as a table.
pub static METRIC: Outline = Outline {
    name: "metrics.NAME",
    about: t("a metric, told whole", "写全的一项指标"),
    form: Form::One,
    keys: &[
        Key {
            name: "unit",
            takes: Takes::Text,
            default: "",
            about: t("what it is counted in, as it is shown", "显示的单位"),
            example: t("\"t\"", "\"吨\""),
        },
        Key {
            name: "track",
            takes: Takes::Text,
            default: "",
            about: t("the track that it belongs to; none: all", "属于哪一类别；不写表示不分类别"),
            example: t("\"community\"", "\"社区\""),
        },
        Key {
            name: "en",
            takes: Takes::Text,
            default: "",
            about: t("its title in English; none: its name", "英文名称；没有就用指标名"),
            example: t("\"Waste cleared\"", "\"Waste cleared\""),
        },
        Key {
            name: "zh-CN",
            takes: Takes::Text,
            default: "",
            about: t("its title in Chinese; none: its name", "中文名称；没有就用指标名"),
            example: t("\"清理垃圾量\"", "\"清理垃圾量\""),
        },
    ],
    head: Some(t("[metrics.waste]", "[metrics.\"清理垃圾\"]")),
};

/// `[files]`.
pub static FILES: Outline = Outline {
    name: "files",
    about: t("how files are written", "文件怎样写"),
    form: Form::One,
    keys: &[
        Key {
            name: "bom",
            takes: Takes::Truth,
            default: "false",
            about: t(
                "whether a new file begins with a byte-order mark, without which a Chinese Excel takes it for GBK",
                "新文件是否以字节顺序标记（BOM）开头；没有它，中文 Excel 会当作 GBK 打开",
            ),
            example: t("", "true"),
        },
        Key {
            name: "headers",
            takes: Takes::OneOf(super::HEADERS),
            default: "",
            about: t(
                "how rollbook fmt and new files write headers and fixed words; none: a file keeps its own way, and a new one follows the language of the book",
                "rollbook fmt 和新文件怎样写表头和固定的词；不写：已有的文件各保持原样，新文件用台账的语言",
            ),
            example: t("\"code\"", "\"title\""),
        },
        Key {
            name: "ids",
            takes: Takes::OneOf(super::IDS),
            default: "\"serial\"",
            about: t("how new ids are made", "新编号怎样编"),
            example: t("", ""),
        },
        Key {
            name: "extra",
            takes: Takes::Texts,
            default: "[]",
            about: t("columns of the book's own, by their headers: nothing is said about them", "台账自加的列，写表头：检查时不再提示这些列"),
            example: t("[\"shirt size\"]", "[\"服装尺码\"]"),
        },
    ],
    head: Some(t("[files]", "[files]")),
};

/// Sections that any key may stand in until the command that reads them defines it.
pub static LATER: &[Outline] = &[later("assess"), later("match"), later("publish")];

const fn later(name: &'static str) -> Outline {
    let about = t("kept for the command of this name: any key may stand here, and nothing reads it yet", "留给同名的命令：什么键都可以写，目前不读");
    Outline { name, about, form: Form::Free, keys: &[], head: None }
}
