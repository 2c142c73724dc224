//! The invented companies.

use zhitu_domain::recruiter::CompanySize::{self, From20To99, From100To499, From500To999, Over1000, UpTo19};

/// What a company does: which roles it looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Software,
    Intelligence,
    Factory,
    Energy,
    Health,
    School,
    Shop,
    Transport,
    Finance,
    Travel,
    Building,
    Food,
    Media,
}

/// A company.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub name: &'static str,
    pub field: Field,
    pub size: CompanySize,
    /// Codes of its cities, the seat first.
    pub cities: &'static [u32],
    /// What it makes or does, to stand after 专注于.
    pub does: &'static str,
    /// Monthly salaries a year.
    pub months: u8,
    /// Its postings are in English.
    pub english: bool,
}

const fn row(
    name: &'static str,
    field: Field,
    size: CompanySize,
    cities: &'static [u32],
    does: &'static str,
    months: u8,
) -> Row {
    Row { name, field, size, cities, does, months, english: false }
}

const fn english(row: Row) -> Row {
    Row { english: true, ..row }
}

impl Field {
    /// As the company page says it.
    pub(super) fn industry(self) -> &'static str {
        match self {
            Self::Software => "互联网 / 软件",
            Self::Intelligence => "人工智能",
            Self::Factory => "智能制造",
            Self::Energy => "新能源",
            Self::Health => "医疗健康",
            Self::School => "教育培训",
            Self::Shop => "零售",
            Self::Transport => "物流 / 供应链",
            Self::Finance => "金融科技",
            Self::Travel => "酒店 / 旅游",
            Self::Building => "建筑 / 设计",
            Self::Food => "餐饮 / 食品",
            Self::Media => "文化 / 传媒",
        }
    }
}

/// Beijing, Shanghai, Guangzhou, Shenzhen.
const TOP: &[u32] = &[110_000, 310_000, 440_100, 440_300];

/// All of them.
pub(super) const COMPANIES: &[Row] = &[
    row("栖木云图科技", Field::Software, From100To499, &[310_000, 330_100], "面向中小商家的云端协作工具", 14),
    row("半山听雨软件", Field::Software, From20To99, &[330_100], "离线优先的笔记与文档软件", 13),
    row("纸鸢互动", Field::Software, From500To999, &[440_300, 510_100], "轻量社交与小游戏平台", 15),
    row("南窗数据", Field::Software, From100To499, &[110_000, 420_100], "企业数据治理与报表平台", 14),
    row("拾麦信息技术", Field::Software, From20To99, &[320_500], "校园与园区的一体化管理系统", 13),
    row("折耳猫网络", Field::Software, UpTo19, &[430_100], "独立开发者的支付与分发工具", 12),
    row("旷野回声科技", Field::Software, Over1000, TOP, "本地生活服务平台", 16),
    english(row(
        "Lanternfish Studio",
        Field::Software,
        From20To99,
        &[310_000],
        "collaborative design tools",
        13,
    )),
    english(row(
        "Northwind Loom",
        Field::Software,
        From100To499,
        &[440_300, 310_000],
        "cloud logistics software",
        14,
    )),
    row("观澜智语", Field::Intelligence, From100To499, &[110_000, 310_000], "中文语音与语言模型应用", 15),
    row("弈微智能", Field::Intelligence, From20To99, &[440_300], "工业视觉检测算法", 14),
    row("墨点医学影像", Field::Intelligence, From100To499, &[330_100, 310_000], "辅助阅片与影像质控", 14),
    english(row(
        "Tidepool Robotics",
        Field::Intelligence,
        From20To99,
        &[320_500, 310_000],
        "mobile robots for hospitals",
        14,
    )),
    row("铁心木精密", Field::Factory, From500To999, &[320_500, 440_600], "精密轴承与传动部件", 13),
    row("恒川数控", Field::Factory, Over1000, &[210_200, 320_200], "五轴数控机床", 13),
    row("云岭电子", Field::Factory, Over1000, &[441_900, 440_300], "消费电子整机代工", 13),
    row("百炼新材", Field::Factory, From100To499, &[330_200], "高性能工程塑料", 14),
    row("渡口机器人", Field::Factory, From100To499, &[440_600, 340_100], "仓储搬运机器人", 14),
    row("逐光储能", Field::Energy, Over1000, &[350_200, 320_400], "工商业储能系统", 15),
    row("沐风新能源", Field::Energy, From500To999, &[620_100, 150_100], "风电场运维", 13),
    row("驰野动力", Field::Energy, Over1000, &[340_100, 310_000], "电驱系统与充电网络", 15),
    row("安隅健康", Field::Health, From100To499, &[510_100, 500_000], "社区全科与慢病管理", 13),
    row("杏林小筑", Field::Health, From20To99, &[610_100], "中医门诊连锁", 12),
    row("知微生物", Field::Health, From100To499, &[320_500, 310_000], "体外诊断试剂", 14),
    row("萤火虫学堂", Field::School, From100To499, &[420_100, 430_100], "少儿科学素养课程", 13),
    row("长卷教育科技", Field::School, From500To999, &[110_000, 610_100], "职业技能在线课程", 14),
    row("小岛语言", Field::School, From20To99, &[350_100], "一对一语言学习", 12),
    row("街角杂货铺", Field::Shop, Over1000, &[310_000, 320_100, 330_100], "社区便利店", 13),
    row("一亩三分田", Field::Shop, From500To999, &[510_100, 500_000], "产地直采生鲜", 13),
    row("木与棉生活", Field::Shop, From100To499, &[440_100, 350_200], "家居用品与线上商城", 13),
    row("山海速运", Field::Transport, Over1000, &[310_000, 440_100, 410_100], "城际零担快运", 13),
    row("准点冷链", Field::Transport, From500To999, &[370_200, 370_100], "生鲜冷链仓配", 13),
    row("蓝帆国际货代", Field::Transport, From100To499, &[330_200, 370_200], "海运与报关服务", 14),
    row("稳舟科技", Field::Finance, From500To999, &[310_000, 440_300], "中小银行的风控系统", 16),
    row("算筹财税", Field::Finance, From100To499, &[320_100, 340_100], "小微企业记账报税", 13),
    row("云上驿站", Field::Travel, Over1000, &[530_100, 460_200], "度假酒店与民宿", 12),
    row("远山旅行社", Field::Travel, From20To99, &[450_300, 520_100], "小团定制旅行", 12),
    row("方寸建筑设计", Field::Building, From100To499, &[310_000, 420_100], "公共建筑与旧城更新", 14),
    row("砚台营造", Field::Building, From500To999, &[610_100, 410_100], "古建修缮与园林施工", 13),
    row("早八点咖啡", Field::Food, Over1000, &[310_000, 110_000, 440_300, 510_100], "写字楼里的咖啡店", 13),
    row("老灶头食品", Field::Food, From500To999, &[500_000, 430_100], "复合调味料与预制菜", 13),
    row("声声慢文化", Field::Media, From20To99, &[110_000, 430_100], "有声书与播客制作", 13),
];
