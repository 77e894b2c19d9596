//! The vocabularies of `rollbook.toml`, each a type, so that a skill is never taken for a channel.

/// Lists the vocabularies.
macro_rules! vocabularies {
    ($($name:ident = $key:literal, $en:literal, $zh:literal;)+) => {
        $(
            #[doc = concat!("The vocabulary `", $key, "`.")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub struct $name;
            impl crate::value::Vocabulary for $name {
                const NUMBER: usize = Order::$name as usize;
                const NAME: &'static str = $key;
            }
        )+
        enum Order { $($name),+ }

        /// The keys of the vocabularies in `rollbook.toml`, in their order, with their titles.
        pub static ALL: &[(&str, crate::say::T)] = &[$(($key, crate::say::t($en, $zh))),+];
    };
}

vocabularies! {
    PlaceKinds = "place-kinds", "Kinds of places", "地点类型";
    CentreKinds = "centre-kinds", "Kinds of centres", "中心类型";
    TeamKinds = "team-kinds", "Kinds of teams", "服务队类型";
    ActivityKinds = "activity-kinds", "Kinds of activities", "活动类型";
    Tracks = "tracks", "Tracks", "类别";
    Skills = "skills", "Specialities", "特长";
    Identities = "identities", "Identities", "身份";
    Available = "available", "Times of availability", "可服务时间";
    Channels = "channels", "Channels", "渠道";
    RequestKinds = "request-kinds", "Kinds of requests", "需求类型";
    CommitmentCategories = "commitment-categories", "Categories of commitments", "承诺类型";
    ExchangeKinds = "exchange-kinds", "Kinds of mutual labour", "换工类型";
    PublicityChannels = "publicity-channels", "Channels of publicity", "宣传渠道";
    Metrics = "metrics", "Metrics", "指标";
}
