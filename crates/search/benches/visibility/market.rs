//! Invented résumés and questions.

use uuid::Uuid;
use zhitu_domain::id::ResumeId;
use zhitu_domain::job::EmploymentType;
use zhitu_domain::place::{PlaceId, gazetteer};
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::resume::{Degree, ResumeTerms};
use zhitu_domain::time::Timestamp;
use zhitu_search::resume::{ResumeChange, ResumesQuery};

/// How many there are.
pub const RESUMES: usize = 200_000;

/// What a recruiter may have typed so far.
pub const TYPED: &[&str] = &[
    "j",
    "ja",
    "java",
    "gong",
    "gongcheng",
    "工程",
    "产品",
    "cp",
    "data",
    "kuai",
    "销",
    "s",
    "sp",
    "运营",
    "x",
];

const LEVELS: &[&str] = &["", "", "", "初级", "中级", "高级", "资深", "首席", "助理", "实习"];
const FIELDS: &[&str] = &[
    "Java",
    "Python",
    "C++",
    "Go",
    "前端",
    "后端",
    "测试",
    "算法",
    "数据",
    "嵌入式",
    "运维",
    "安全",
    "产品",
    "用户运营",
    "内容运营",
    "新媒体",
    "市场",
    "品牌",
    "大客户",
    "渠道",
    "财务",
    "成本",
    "审计",
    "税务",
    "人力资源",
    "招聘",
    "薪酬",
    "法务",
    "采购",
    "供应链",
    "物流",
    "仓储",
    "质量",
    "工艺",
    "机械",
    "电气",
    "结构",
    "土建",
    "造价",
    "暖通",
    "给排水",
    "临床",
    "护理",
    "药品",
    "医疗器械",
    "教学",
    "教务",
    "翻译",
    "平面",
    "交互",
    "视频",
    "行政",
    "客服",
    "门店",
];
const ROLES: &[&str] = &[
    "开发工程师",
    "工程师",
    "经理",
    "专员",
    "主管",
    "总监",
    "助理",
    "顾问",
    "设计师",
    "分析师",
    "架构师",
    "负责人",
];
const ENGLISH: &[&str] = &[
    "Software Engineer",
    "Data Scientist",
    "Product Manager",
    "Account Executive",
    "Business Analyst",
    "Project Manager",
    "UX Designer",
    "DevOps Engineer",
    "Research Associate",
    "Financial Controller",
];
const INDUSTRIES: &[&str] = &[
    "互联网",
    "计算机软件",
    "电子商务",
    "游戏",
    "通信",
    "半导体",
    "新能源",
    "汽车",
    "机械制造",
    "医药",
    "医疗器械",
    "教育培训",
    "金融",
    "银行",
    "保险",
    "证券",
    "房地产",
    "建筑工程",
    "物流",
    "零售",
    "快消品",
    "餐饮",
    "酒店",
    "旅游",
    "广告",
    "文化传媒",
    "咨询",
    "法律",
    "人力资源服务",
    "化工",
    "钢铁",
    "石油",
    "农业",
    "环保",
    "航空",
    "公益",
];
const SKILLS: &[&str] = &[
    "Java",
    "Spring Boot",
    "MySQL",
    "Redis",
    "Kafka",
    "Python",
    "PyTorch",
    "SQL",
    "Linux",
    "Docker",
    "Kubernetes",
    "TypeScript",
    "Vue",
    "React",
    "Go",
    "Rust",
    "C++",
    "Qt",
    "CAD",
    "SolidWorks",
    "PLC",
    "Excel",
    "PowerPoint",
    "Photoshop",
    "Figma",
    "Axure",
    "数据分析",
    "项目管理",
    "谈判",
    "演讲",
    "写作",
    "英语",
    "日语",
    "德语",
    "财务报表",
    "纳税申报",
    "用友",
    "金蝶",
    "SAP",
    "ERP",
    "供应商管理",
    "精益生产",
    "六西格玛",
    "招聘",
    "绩效管理",
    "劳动法",
    "合同审核",
    "用户增长",
    "短视频剪辑",
    "直播",
    "广告投放",
    "SEO",
    "客户关系",
    "渠道拓展",
    "教案设计",
    "急救",
];
const MAJORS: &[&str] = &[
    "计算机科学与技术",
    "软件工程",
    "电子信息工程",
    "机械工程",
    "土木工程",
    "会计学",
    "金融学",
    "市场营销",
    "法学",
    "英语",
    "临床医学",
    "护理学",
    "药学",
    "工商管理",
    "新闻学",
    "视觉传达设计",
];

/// SplitMix64: the same seed makes the same market.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below a usize")
    }

    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// One of the first ones more often than one of the last.
    fn often_first<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let most = 1 + self.below(all.len());
        &all[self.below(most)]
    }
}

/// The key of a résumé: a UUIDv7 but for the time, which is its number.
pub fn id(number: usize) -> ResumeId {
    let random = Numbers::new(number as u64).next();
    ResumeId(Uuid::from_u64_pair((number as u64) << 16 | 0x7000, random >> 2 | 1 << 63))
}

fn position(numbers: &mut Numbers) -> String {
    if numbers.below(8) == 0 {
        return (*numbers.often_first(ENGLISH)).to_owned();
    }
    let (level, field) = (numbers.one_of(LEVELS), numbers.often_first(FIELDS));
    format!("{level}{field}{}", numbers.often_first(ROLES))
}

/// A district, an outer one seldom; its city as often.
fn place(numbers: &mut Numbers) -> PlaceId {
    const CITIES: &[u32] = &[
        310_000, 110_000, 440_300, 440_100, 330_100, 510_100, 320_100, 320_500, 420_100, 500_000, 610_100,
        370_200, 430_100, 410_100, 340_100, 350_200, 210_200, 370_100, 120_000, 330_200, 530_100, 450_100,
        220_100, 230_100,
    ];
    let city = *numbers.often_first(CITIES);
    let district = PlaceId(city + 101 + u32::try_from(numbers.below(8)).expect("below 8"));
    let is_known = |place: PlaceId| gazetteer::get(place).is_some();
    if numbers.below(2) == 0 && is_known(district) { district } else { PlaceId(city) }
}

fn some<T>(most: usize, numbers: &mut Numbers, make: impl Fn(&mut Numbers) -> T) -> Vec<T> {
    (0..=numbers.below(most)).map(|_| make(numbers)).collect()
}

/// A résumé: one to four positions, up to twelve skills, as people write them.
pub fn put(number: usize, numbers: &mut Numbers) -> ResumeChange {
    let setting = match numbers.below(10) {
        0..4 => VisibilitySetting::Public,
        4 => VisibilitySetting::Platform,
        5..7 => VisibilitySetting::PlatformAndPartial,
        7..9 => VisibilitySetting::Private,
        _ => VisibilitySetting::ContactHidden,
    };
    let skill = |numbers: &mut Numbers| match numbers.below(20) {
        // What hardly anybody else has.
        0 => format!("{} {}", numbers.one_of(SKILLS), numbers.below(2_000)),
        1 => numbers.one_of(SKILLS).to_lowercase(),
        _ => (*numbers.often_first(SKILLS)).to_owned(),
    };
    let terms = ResumeTerms {
        positions: some(4, numbers, position),
        industries: some(3, numbers, |numbers| (*numbers.often_first(INDUSTRIES)).to_owned()),
        skills: some(12, numbers, skill),
        majors: some(2, numbers, |numbers| (*numbers.one_of(MAJORS)).to_owned()),
        degree: numbers
            .one_of(&[None, Some(Degree::Associate), Some(Degree::Bachelor), Some(Degree::Master)])
            .to_owned(),
        years_worked: Some(u8::try_from(numbers.below(30)).expect("below 30")),
        places: some(3, numbers, place),
        residence: Some(place(numbers)),
        salary: None,
        employment_type: numbers.one_of(&[None, Some(EmploymentType::FullTime)]).to_owned(),
    };
    let at = Timestamp(
        1_700_000_000_000_000 + i64::try_from(numbers.below(50_000_000)).expect("small") * 1_000_000,
    );
    ResumeChange::Put { resume: id(number), setting, terms, at }
}

/// A kind of question and how one is made.
pub type Kind = (&'static str, fn(&mut Numbers) -> ResumesQuery);

/// From all résumés, which is the most work, to a few.
pub const KINDS: &[Kind] = &[
    ("all", |numbers| ResumesQuery { offset: numbers.below(5) * 20, ..ResumesQuery::default() }),
    ("filters", |numbers| ResumesQuery {
        years_min: Some(u8::try_from(numbers.below(5)).expect("below 5")),
        years_max: Some(u8::try_from(5 + numbers.below(10)).expect("below 15")),
        degree_min: Some(Degree::Bachelor),
        places: vec![place(numbers)],
        industries: vec![(*numbers.often_first(INDUSTRIES)).to_owned()],
        ..ResumesQuery::default()
    }),
    ("word", |numbers| ResumesQuery {
        text: {
            let kind = numbers.one_of(&[FIELDS, ROLES, SKILLS]);
            (*numbers.often_first(kind)).to_owned()
        },
        ..ResumesQuery::default()
    }),
    ("words", |numbers| ResumesQuery {
        text: format!("{} {}", numbers.often_first(FIELDS), numbers.often_first(SKILLS)),
        ..ResumesQuery::default()
    }),
    ("place_and_position", |numbers| ResumesQuery {
        text: gazetteer::get(place(numbers)).expect("it is known").name_zh().to_owned(),
        position: position(numbers),
        ..ResumesQuery::default()
    }),
    ("skills", |numbers| ResumesQuery {
        text: (*numbers.often_first(ROLES)).to_owned(),
        skills: some(2, numbers, |numbers| (*numbers.often_first(SKILLS)).to_owned()),
        places: vec![place(numbers)],
        ..ResumesQuery::default()
    }),
];
