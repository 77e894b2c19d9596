//! The vocabularies of `rollbook.toml`, each a type, so that a skill is never taken for a channel.

use crate::say::{T, t};
use crate::tables::settings::{Key, Takes};

/// Lists the vocabularies: each with its title, what it takes, what it means and an example.
macro_rules! vocabularies {
    (
        [$($name:ident = $key:literal, $en:literal, $zh:literal, $takes:ident: $about_en:literal, $about_zh:literal => $example_en:literal, $example_zh:literal;)+]
        $apart:ident = $apart_key:literal, $apart_en:literal, $apart_zh:literal;
    ) => {
        $(vocabularies!(@ $name = $key);)+
        vocabularies!(@ $apart = $apart_key);
        enum Order { $($name,)+ $apart }

        /// The names of the vocabularies in `rollbook.toml`, in their order, with their titles.
        pub static ALL: &[(&str, T)] = &[$(($key, t($en, $zh)),)+ ($apart_key, t($apart_en, $apart_zh))];

        /// The keys of `[vocabulary]`: all but the metrics, which have a section of their own.
        pub const KEYS: &[Key] = &[$(Key {
            name: $key,
            takes: $takes,
            default: "",
            about: t($about_en, $about_zh),
            example: t($example_en, $example_zh),
        },)+];
    };
    (@ $name:ident = $key:literal) => {
        #[doc = concat!("The vocabulary `", $key, "`.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name;
        impl crate::value::Vocabulary for $name {
            const NUMBER: usize = Order::$name as usize;
            const NAME: &'static str = $key;
        }
    };
}

const WORDS: Takes = Takes::This(t("a list of words, or a table of words with titles", "词的列表，或词与名称的表"));
const LEVELS: Takes = Takes::This(t("a list of words from wide to narrow, peers in brackets", "由大到小的词的列表，同级的放进里层方括号"));
const BY_TRACK: Takes = Takes::This(t("a table by track: { community = [\"cleaning\"] }", "按类别分的表：{ community = [\"cleaning\"] }"));

vocabularies! {
    [
    PlaceKinds = "place-kinds", "Kinds of places", "地点类型", LEVELS:
        "kinds of places, from wide to narrow; peers stand in brackets of their own", "地点的类型，由大到小；同级的几种放进里层方括号"
        => r#"["district", ["village", "community"], "grid"]"#, r#"["区", ["村", "社区"], "网格"]"#;
    CentreKinds = "centre-kinds", "Kinds of centres", "中心类型", WORDS:
        "kinds of centres", "服务中心的类型"
        => r#"["centre", "room", "hotline"]"#, r#"["服务中心", "服务室", "热线"]"#;
    TeamKinds = "team-kinds", "Kinds of teams", "服务队类型", WORDS:
        "kinds of teams, by their line of work", "服务队的类型，按服务内容分"
        => r#"{ security = "Watch and patrol", environment = "Clean and green", repair = "Repairs" }"#, r#"{ "治安" = "治安巡逻", "环境" = "环境整治", "维修" = "便民维修" }"#;
    ActivityKinds = "activity-kinds", "Kinds of activities", "活动类型", WORDS:
        "kinds of activities; none: those of the teams", "活动的类型；不写就用服务队的类型"
        => "[]", "[]";
    Tracks = "tracks", "Tracks", "类别", WORDS:
        "tracks, by which volunteers are told apart", "志愿者的类别"
        => r#"["community", "rural", "enterprise", "school", "floating"]"#, r#"["社区", "农村", "企业", "学校", "流动"]"#;
    Skills = "skills", "Specialities", "特长", WORDS:
        "what volunteers are good at, and what trainings give", "志愿者的特长，也是培训学到的特长"
        => r#"["first-aid", "electrics"]"#, r#"["急救", "电工"]"#;
    Identities = "identities", "Identities", "身份", WORDS:
        "what volunteers are besides, from whom backbone and successors are drawn", "志愿者的其他身份，骨干和后备从中选"
        => r#"["cadre", "grid-leader", "doctor", "teacher", "delegate", "elder"]"#, r#"["干部", "网格长", "医生", "教师", "代表", "五老"]"#;
    Available = "available", "Times of availability", "可服务时间", WORDS:
        "times at which volunteers can serve", "志愿者可以服务的时间"
        => r#"["weekday", "evening", "weekend"]"#, r#"["工作日", "晚上", "周末"]"#;
    Channels = "channels", "Channels", "渠道", WORDS:
        "ways in which requests come in", "需求从哪些渠道来"
        => r#"["hotline", "centre", "grid", "in-person"]"#, r#"["热线", "服务中心", "网格", "上门"]"#;
    RequestKinds = "request-kinds", "Kinds of requests", "需求类型", WORDS:
        "kinds of requests", "服务需求的类型"
        => r#"["repair", "cleaning", "suggestion"]"#, r#"["维修", "环境", "建议"]"#;
    CommitmentCategories = "commitment-categories", "Categories of commitments", "承诺类型", BY_TRACK:
        "categories of commitments, by the track that they fit", "承诺的类型，按类别分"
        => r#"{ rural = ["relief", "enterprise"], community = ["cleaning", "harmony"] }"#, r#"{ "农村" = ["帮扶", "创业"], "社区" = ["环境", "和谐"] }"#;
    ExchangeKinds = "exchange-kinds", "Kinds of mutual labour", "换工类型", WORDS:
        "kinds of mutual labour", "互利换工的类型"
        => r#"["farm-work", "repair"]"#, r#"["农忙", "维修"]"#;
    PublicityChannels = "publicity-channels", "Channels of publicity", "宣传渠道", WORDS:
        "ways in which things are made known", "在哪些地方宣传"
        => r#"["notice-board", "banner", "press", "group-chat"]"#, r#"["公告栏", "横幅", "报纸", "群聊"]"#;
    ]
    Metrics = "metrics", "Metrics", "指标";
}
