//! What the figures of a book mean, what the format promises, and where its words come from: for the page of the format.

use crate::say::{T, t};

/// What the figures mean.
pub const MEANINGS: &[T] = &[
    t(
        "**The day asked about**: every question has a day: `--as-of`, else today by `ROLLBOOK_TODAY`, by `as-of` of a closed book, or by the clock in \
         the book's time zone. What is dated later is outside the question: in no figure and in no state. A status dated later is not yet so.",
        "**截至日**：每个问题都有一个截至日：先看 `--as-of`，否则是今天，依次以 `ROLLBOOK_TODAY`、已封存台账的 `as-of`、按台账时区的时钟为准。\
         日期在此之后的不在所问之列：不进统计，也不算状态。日期在此之后的办理情况，算作还没有发生。",
    ),
    t(
        "**What counts**: only what was held and attended counts; planned hours never do. Hours are exact decimals and never weighted. Distinct people \
         are never added up over groups: a total is counted afresh.",
        "**什么计入**：只有已开展、已参加的才计入，计划的时长不计。时长是精确的小数，不加权。人数不按组相加，合计总是重新数。",
    ),
    t(
        "**What is left out**: a row is left out of the figures where its key, date, status, hours, activity or volunteer cannot be read or found, or \
         where it repeats a key: the first by path and line counts. Other findings leave nothing out. So is a row of which nobody can tell whether a filter, a day or a \
         list asks for it. A program MUST say what it left out.",
        "**什么不计入**：一行的键、日期、状态、时长、活动或志愿者读不出或找不到，或者键与前面重复，这一行不计入统计；重复的，按路径和行号取最前的一行。\
         其他问题不影响统计。读不出、因而说不清是否属于所筛选、所问日期或所列范围的行，也算没有计入。程序必须说明有什么没有计入。",
    ),
    t(
        "**Days in**: `from` and `to`, `joined` and `left`, `founded` and `closed` are themselves days of membership or existence. Who moves to another \
         team on a day ends the old membership on the day before. On leave is not left.",
        "**首尾都算**：`from` 和 `to`、`joined` 和 `left`、`founded` 和 `closed`，首尾两日都算在内。某日转队的人，原来的归属到前一日为止。暂离不是退出。",
    ),
    t(
        "**Partial dates**: a year or a month alone means its first day (`joined`, `founded`, `birth`); as an end (`left`, `closed`) its last. Where the \
         day asked about lies in the month or year of an end, it means the day before that day: whoever has an end has ended. A moment with an \
         offset is the day that it has in the book's time zone.",
        "**只写年或年月**：`joined`、`founded`、`birth` 按第一天算；`left`、`closed` 按最后一天算，截至日在这一年或这个月里的，算到截至日的前一天：写了结束就是已经结束。\
         带时差的时刻，按台账时区的日期算。",
    ),
    t(
        "**Leaving and leave**: whoever has left is no member from the day after, though a membership may have no end in the book. Whoever left and came back \
         has memberships with a gap, and for the gap a row of `leaves`. Who is on leave is a volunteer and is counted apart. A branch has no \
         history: it is today's, and headings say so.",
        "**退出与暂离**：退出的人从次日起不算队员，即使组织关系没有写结束日期。离开后又回来的，组织关系中间断开，断开的时间记一行暂离。暂离的人仍是志愿者，另外列出。\
         党支部没有历史，按现在的算，标题里写明。",
    ),
    t(
        "**Home team**: a volunteer belongs to one team (the organisation relation) and may serve with any (the activity relation). A service counts for \
         the team that held it, and for the home team and branch that the volunteer had on that day. Of several memberships the one with the latest \
         `from` is home, ties by the team's id; a service with any of them is no cross-team service. Two memberships in one team on one day are \
         one member, in the role of the one with the latest `from`.",
        "**所属队**：志愿者只编入一支服务队（归属，即通常说的组织关系），可以参加任何服务队的活动（活动关系）。服务记在主办的服务队，也记在志愿者当天的所属队和党支部。\
         同时编入几支的，以起始日期最晚的为所属队，日期相同的按服务队编号；参加其中任何一支的活动都不算跨队服务。\
         同一天在同一支服务队有两段的，只算一名队员，角色按起始日期最晚的一段。",
    ),
    t(
        "**Person-times**: participations (参加人次) count a volunteer once in each service; beneficiaries (受益人次) count those served. They are two \
         figures. By home team, branch, track, role or volunteer, participations and hours add up; services, beneficiaries and outcomes are those of \
         the activities touched, and one activity may count in several rows.",
        "**人次**：参加人次是志愿者每参加一次服务计一次，受益人次是被服务的人次，是两个数字。按所属队、党支部、类别、角色或志愿者分列时，\
         参加人次和服务时长可以相加；服务次数、受益人次和成效按参加过的活动计，同一次活动可能计入多行。",
    ),
    t(
        "**Apart**: people without a name in the book (`headcount`) and what was done before it began (`openings`) are counted apart and shown as \
         such. The openings of teams and those of volunteers tell the same services from two sides: they are never added up, and services and \
         beneficiaries of volunteers' openings are not added over people. Training and mutual labour are no service hours.",
        "**另计**：没有写名字的参加人数（`headcount`）和建账以前的期初数（`openings`）另外计，另外列出。\
         服务队的期初数和志愿者的期初数是同一批服务的两个侧面，从不相加；志愿者期初的服务次数和受益人次也不按人相加。培训和互利换工不算服务时长。",
    ),
    t(
        "**Households** are counted from pairings alone, those raised too. A recipient given as a code (an ASCII letter, then letters, digits, `-` \
         and `_`, a digit last: `s1`) is one, however many pairings name it: it counts the largest number of households of its pairings in force, \
         and is raised once, on its first `raised`, also after the pairing has ended. A description never joins two rows.",
        "**户数**：帮扶户数和脱困户数只按结对帮扶计。帮扶对象写成编号的（首位是英文字母，其后是字母、数字、`-`、`_`，末位是数字，如 `s1`），有几条结对也是同一户：\
         按有效结对中最大的户数计一次，按最早的脱困日期脱困一次，结对已经结束的也算。写成描述的，各行互不相干。",
    ),
    t(
        "**Places, teams and branches** include what lies below them. An activity without a place takes its team's. Members of sub-teams count for the \
         minimum of the team above.",
        "**地点、服务队和党支部**都包含下级。没有写地点的活动，用服务队的地点。分队的队员也算在上级服务队的人数里。",
    ),
    t(
        "**A broken row is still there**: its id can be referred to; a rule about something missing is silent where a row that cannot be read might \
         supply it. Nothing is told twice.",
        "**读不出的行也算有**：它的编号仍可以引用；检查缺少什么的规则，如果读不出的行可能正是所缺的，就不作声。同一件事不说两遍。",
    ),
    t(
        "**People in need** stand in requests and pairings as codes or descriptions, never by name; names MAY stand in `private/served.csv`.",
        "**服务对象**在服务需求和结对帮扶里用编号或描述，不写姓名；姓名可以写在 `private/served.csv`。",
    ),
];

/// What the format promises.
pub const VERSIONS: &[T] = &[
    t(
        "The format has a version of its own, numbered apart from the program: `format` in `rollbook.toml`.",
        "格式有自己的版本，与程序的版本分开编号：`rollbook.toml` 里的 `format`。",
    ),
    t(
        "Within a version, a book that could be read can be read by every later program, and means the same. Tables, columns that may be empty, \
         settings with a default, words and other headers MAY be added; nothing is taken away, and nothing changes its meaning.",
        "同一版本之内，能读的台账以后的程序都能读，意思不变。可以增加表、可以不填的列、有默认值的设置、词和表头的其他写法；不会去掉什么，也不会改变含义。",
    ),
    t(
        "Codes and names of rules are part of the format: levels and waivers use them. Neither is ever used again for something else. New rules MAY be \
         added; a script SHOULD go by the level of a finding and its code.",
        "规则的代码和名称是格式的一部分，级别和豁免都用到它们，不会再用于别的规则。可以增加规则；脚本应当依据问题的级别和代码。",
    ),
    t(
        "A program MUST refuse a book whose `format` is newer than it knows, and touch nothing of it. What changes the meaning of an old book gets a new version.",
        "`format` 比程序认识的新，程序必须拒绝，什么也不动。会改变旧台账含义的改动，用新的版本号。",
    ),
];

/// The regulations that the descriptions refer to.
pub const SOURCES: &[T] = &[
    t(
        "**Order 685**: Regulations on Volunteer Service, Order No. 685 of the State Council (志愿服务条例), in force from 2017-12-01.",
        "**《志愿服务条例》**：国务院令第 685 号，自 2017 年 12 月 1 日起施行。",
    ),
    t(
        "**Order 67**: Measures for Volunteer Service Records and Certificates (trial), Order No. 67 of the Ministry of Civil Affairs \
         (志愿服务记录与证明出具办法（试行）), in force from 2021-02-01. It names what a record holds: basic data (art. 5), service (7), training (8), \
         awards (9), rating (10); when it is written (11); and what a certificate states (15).",
        "**民政部令第 67 号**：《志愿服务记录与证明出具办法（试行）》，自 2021 年 2 月 1 日起施行。规定记录的内容：基本信息（第五条）、服务情况（第七条）、\
         培训情况（第八条）、表彰奖励（第九条）、评价（第十条）；记录的时限（第十一条）；证明的内容（第十五条）。",
    ),
    t(
        "A book holds no identity numbers, which Order 67 asks for: the volunteer number stands for them.",
        "民政部令第 67 号所说的身份证件号码，台账不记，用志愿者编号代替。",
    ),
];
