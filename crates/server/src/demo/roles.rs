//! What the invented companies look for.

use super::companies::Field;
use zhitu_domain::job::Education;

/// How a role is paid and graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ladder {
    /// Junior to lead; interns too.
    Expert,
    /// With or without experience.
    Skilled,
    /// Paid by the hour.
    Hourly,
}

/// A role.
pub(super) struct Role {
    pub title: &'static str,
    /// Where postings are in English; empty where there is none.
    pub english: &'static str,
    pub fields: &'static [Field],
    pub ladder: Ladder,
    /// Yuan a month (an hour for [`Ladder::Hourly`]) for someone with little experience in a large city.
    pub pay: u32,
    pub education: Education,
    pub tags: &'static [&'static str],
    pub duties: &'static [&'static str],
}

use Education::{Any, Associate, Bachelor, HighSchool, Master};
use Field::{
    Building, Energy, Factory, Finance, Food, Health, Intelligence, Media, School, Shop, Software, Transport,
    Travel,
};
use Ladder::{Expert, Hourly, Skilled};

const TECH: &[Field] = &[Software, Intelligence, Finance, School, Shop, Transport];
const EVERY: &[Field] = &[
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
];

macro_rules! role {
    ($title:literal, $english:literal, $fields:expr, $ladder:expr, $pay:literal, $education:expr, [$($tag:literal),*], [$($duty:literal),*]) => {
        Role { title: $title, english: $english, fields: $fields, ladder: $ladder, pay: $pay, education: $education, tags: &[$($tag),*], duties: &[$($duty),*] }
    };
}

/// All of them.
pub(super) const ROLES: &[Role] = &[
    role!(
        "Java开发工程师",
        "Java Engineer",
        TECH,
        Expert,
        13000,
        Bachelor,
        ["Java", "Spring Boot", "MySQL", "微服务", "Redis"],
        ["负责服务端模块的设计与开发", "优化接口性能与数据库查询", "编写单元测试与技术文档", "参与代码评审"]
    ),
    role!(
        "前端开发工程师",
        "Frontend Engineer",
        TECH,
        Expert,
        12500,
        Bachelor,
        ["TypeScript", "Vue", "React", "Svelte", "可访问性"],
        ["开发与维护网页端界面", "与设计师一起打磨交互细节", "优化首屏加载时间", "建设组件库"]
    ),
    role!(
        "Rust开发工程师",
        "Rust Engineer",
        &[Software, Intelligence, Finance],
        Expert,
        16000,
        Bachelor,
        ["Rust", "Tokio", "分布式", "性能优化", "Linux"],
        ["开发高性能的后台服务", "排查内存与并发问题", "设计可测试的模块边界", "参与开源组件的维护"]
    ),
    role!(
        "Python后端工程师",
        "Python Backend Engineer",
        TECH,
        Expert,
        12500,
        Bachelor,
        ["Python", "FastAPI", "PostgreSQL", "Docker"],
        ["开发数据接口与任务调度", "维护线上服务的稳定", "与算法同事一起上线模型"]
    ),
    role!(
        "Android开发工程师",
        "Android Engineer",
        &[Software, Shop, Transport, School],
        Expert,
        13000,
        Bachelor,
        ["Kotlin", "Android", "Jetpack"],
        ["开发移动端新功能", "适配不同机型与系统版本", "降低崩溃率与耗电"]
    ),
    role!(
        "测试工程师",
        "QA Engineer",
        TECH,
        Expert,
        10000,
        Bachelor,
        ["自动化测试", "Python", "接口测试", "性能测试"],
        ["编写测试方案与用例", "搭建自动化测试", "跟踪缺陷直到关闭"]
    ),
    role!(
        "运维工程师",
        "Site Reliability Engineer",
        &[Software, Intelligence, Finance, Energy],
        Expert,
        12000,
        Bachelor,
        ["Linux", "Kubernetes", "Prometheus", "Shell"],
        ["维护生产环境与发布流程", "建设监控与告警", "组织故障演练"]
    ),
    role!(
        "数据分析师",
        "Data Analyst",
        &[Software, Finance, Shop, Transport, Health],
        Expert,
        11500,
        Bachelor,
        ["SQL", "Python", "数据可视化", "A/B 测试"],
        ["搭建业务指标体系", "分析用户行为并给出建议", "支持日常取数与报表"]
    ),
    role!(
        "算法工程师",
        "Machine Learning Engineer",
        &[Intelligence, Software, Finance, Energy],
        Expert,
        20000,
        Master,
        ["PyTorch", "深度学习", "NLP", "计算机视觉"],
        ["训练与评估模型", "把模型部署到线上", "跟踪论文并做可复现的实验"]
    ),
    role!(
        "产品经理",
        "Product Manager",
        TECH,
        Expert,
        13500,
        Bachelor,
        ["需求分析", "用户研究", "Axure", "数据驱动"],
        ["访谈用户并整理需求", "写清楚产品方案与验收标准", "协调设计、开发与测试", "跟踪上线后的效果"]
    ),
    role!(
        "UI设计师",
        "Product Designer",
        &[Software, Intelligence, School, Shop, Media],
        Expert,
        11000,
        Bachelor,
        ["Figma", "视觉设计", "设计系统", "动效"],
        ["负责界面与视觉设计", "维护设计规范", "与前端一起走查还原度"]
    ),
    role!(
        "嵌入式工程师",
        "Embedded Engineer",
        &[Factory, Energy, Intelligence],
        Expert,
        13500,
        Bachelor,
        ["C/C++", "RTOS", "STM32", "CAN 总线"],
        ["开发控制器固件", "调试硬件接口", "编写出厂测试程序"]
    ),
    role!(
        "机械设计工程师",
        "",
        &[Factory, Energy],
        Expert,
        10500,
        Bachelor,
        ["SolidWorks", "AutoCAD", "公差分析"],
        ["完成零部件与装配设计", "跟进样机试制", "改进工艺与成本"]
    ),
    role!(
        "电气工程师",
        "",
        &[Factory, Energy, Building],
        Expert,
        10500,
        Bachelor,
        ["PLC", "EPLAN", "变频器"],
        ["设计电气图纸与控制柜", "现场调试与验收", "整理技术资料"]
    ),
    role!(
        "工艺工程师",
        "",
        &[Factory, Food, Energy],
        Expert,
        9500,
        Bachelor,
        ["精益生产", "六西格玛", "工艺优化"],
        ["编制作业指导书", "分析良率并推动改善", "导入新设备"]
    ),
    role!(
        "质量工程师",
        "",
        &[Factory, Food, Health],
        Expert,
        9000,
        Bachelor,
        ["ISO 9001", "来料检验", "8D 报告"],
        ["制定检验标准", "处理客户投诉", "推动供应商改善"]
    ),
    role!(
        "数控操作工",
        "",
        &[Factory],
        Skilled,
        7000,
        HighSchool,
        ["数控车床", "看图", "倒班"],
        ["操作数控设备加工零件", "自检尺寸并记录", "保养设备"]
    ),
    role!(
        "焊工",
        "",
        &[Factory, Energy, Building],
        Skilled,
        7800,
        HighSchool,
        ["氩弧焊", "持证上岗"],
        ["按图纸完成焊接", "检查焊缝质量", "遵守安全规程"]
    ),
    role!(
        "光伏运维技术员",
        "",
        &[Energy],
        Skilled,
        6800,
        Associate,
        ["高压电工证", "巡检", "能驾驶"],
        ["巡检电站设备", "处理告警与故障", "填写运行日志"]
    ),
    role!(
        "全科医生",
        "",
        &[Health],
        Expert,
        15000,
        Bachelor,
        ["执业医师证", "慢病管理", "门诊"],
        ["社区门诊与随访", "管理慢病档案", "开展健康宣教"]
    ),
    role!(
        "护士",
        "",
        &[Health],
        Skilled,
        7500,
        Associate,
        ["护士执业证", "输液", "夜班"],
        ["执行医嘱与护理", "做好病人沟通", "保持治疗室整洁"]
    ),
    role!(
        "药剂师",
        "",
        &[Health],
        Skilled,
        8200,
        Bachelor,
        ["药师资格", "处方审核"],
        ["审核与调配处方", "指导用药", "管理药品效期"]
    ),
    role!(
        "试剂研发工程师",
        "",
        &[Health],
        Expert,
        12000,
        Master,
        ["免疫学", "PCR", "方案设计"],
        ["设计试剂配方与验证方案", "整理注册资料", "支持生产转化"]
    ),
    role!(
        "课程顾问",
        "",
        &[School],
        Skilled,
        7000,
        Associate,
        ["沟通", "销售", "教育"],
        ["接待咨询并介绍课程", "跟进家长反馈", "完成续课服务"]
    ),
    role!(
        "少儿科学老师",
        "",
        &[School],
        Skilled,
        8500,
        Bachelor,
        ["教师资格证", "实验", "表达"],
        ["讲授科学实验课", "准备教具与教案", "与家长沟通学习情况"]
    ),
    role!(
        "英语老师",
        "",
        &[School],
        Skilled,
        9000,
        Bachelor,
        ["雅思", "口语", "教案"],
        ["一对一与小班授课", "批改作业并反馈", "参与教研"]
    ),
    role!(
        "店长",
        "",
        &[Shop, Food, Travel],
        Skilled,
        9000,
        Associate,
        ["门店管理", "排班", "盘点"],
        ["负责门店日常经营", "排班与带教新人", "控制损耗与成本"]
    ),
    role!(
        "店员",
        "",
        &[Shop, Food],
        Skilled,
        5500,
        Any,
        ["收银", "理货", "包吃住"],
        ["接待顾客与收银", "补货理货", "保持店面整洁"]
    ),
    role!(
        "咖啡师",
        "",
        &[Food, Travel],
        Skilled,
        6200,
        HighSchool,
        ["拉花", "手冲", "服务"],
        ["制作咖啡与饮品", "维护设备", "与熟客聊天"]
    ),
    role!(
        "兼职店员",
        "",
        &[Shop, Food],
        Hourly,
        24,
        Any,
        ["周末班", "学生可", "日结"],
        ["高峰时段协助收银", "补货与清洁"]
    ),
    role!("兼职咖啡师", "", &[Food], Hourly, 27, Any, ["早班", "可培训"], ["出品与打包", "清洁吧台"]),
    role!(
        "兼职客服",
        "",
        &[Software, Shop, Transport],
        Hourly,
        22,
        Any,
        ["可居家", "晚班", "打字"],
        ["回答文字咨询", "记录并转交问题"]
    ),
    role!(
        "兼职助教",
        "",
        &[School],
        Hourly,
        45,
        Bachelor,
        ["大学生可", "周末班"],
        ["协助课堂与实验", "看护学生", "批改作业"]
    ),
    role!(
        "分拣员（兼职）",
        "",
        &[Transport, Food],
        Hourly,
        21,
        Any,
        ["夜班", "日结", "包餐"],
        ["分拣与装车", "扫描录入"]
    ),
    role!(
        "厨师",
        "",
        &[Food, Travel],
        Skilled,
        8500,
        HighSchool,
        ["川菜", "粤菜", "健康证"],
        ["负责出品与研发新菜", "管理厨房卫生", "控制食材成本"]
    ),
    role!(
        "货车司机",
        "",
        &[Transport, Food],
        Skilled,
        9500,
        HighSchool,
        ["A2 驾照", "B2 驾照", "长途"],
        ["按时完成运输", "检查车辆与货物", "填写路单"]
    ),
    role!(
        "仓库管理员",
        "",
        &[Transport, Shop, Factory],
        Skilled,
        6500,
        HighSchool,
        ["WMS", "叉车证", "盘点"],
        ["收发货与盘点", "维护库位", "操作仓储系统"]
    ),
    role!(
        "快递员",
        "",
        &[Transport],
        Skilled,
        8000,
        Any,
        ["电动车", "五险一金"],
        ["派送与揽收包裹", "维护客户关系"]
    ),
    role!(
        "报关员",
        "",
        &[Transport],
        Skilled,
        7500,
        Associate,
        ["报关", "单证", "英语"],
        ["制作与审核单证", "跟进通关进度", "与船公司沟通"]
    ),
    role!(
        "风控分析师",
        "Risk Analyst",
        &[Finance],
        Expert,
        14500,
        Bachelor,
        ["SAS", "SQL", "信用评分"],
        ["搭建与监控风控策略", "分析逾期与欺诈", "撰写报告"]
    ),
    role!(
        "会计",
        "",
        EVERY,
        Skilled,
        7500,
        Associate,
        ["用友", "初级会计", "报税"],
        ["账务处理与报税", "编制报表", "配合审计"]
    ),
    role!(
        "人事专员",
        "",
        EVERY,
        Skilled,
        7200,
        Bachelor,
        ["招聘", "社保", "员工关系"],
        ["发布岗位与约面试", "办理入离职与社保", "组织员工活动"]
    ),
    role!(
        "行政专员",
        "",
        EVERY,
        Skilled,
        6500,
        Associate,
        ["Office", "采购", "接待"],
        ["办公室日常管理", "采购与固定资产", "接待来访"]
    ),
    role!(
        "销售经理",
        "Sales Manager",
        &[Software, Factory, Energy, Health, Finance, Transport],
        Expert,
        10000,
        Associate,
        ["大客户", "渠道", "出差"],
        ["开拓与维护客户", "完成季度目标", "收集市场反馈"]
    ),
    role!(
        "客服专员",
        "",
        &[Software, Shop, Transport, Travel, School],
        Skilled,
        5800,
        Associate,
        ["打字", "耐心", "轮班"],
        ["回答咨询与投诉", "整理常见问题", "跟进处理结果"]
    ),
    role!(
        "新媒体运营",
        "",
        &[Software, School, Shop, Travel, Food, Media],
        Expert,
        7800,
        Bachelor,
        ["短视频", "文案", "小红书"],
        ["策划选题与内容", "运营账号与社群", "分析数据"]
    ),
    role!(
        "播客编辑",
        "",
        &[Media],
        Expert,
        8500,
        Bachelor,
        ["Pro Tools", "选题", "访谈"],
        ["策划与录制节目", "剪辑与混音", "联系嘉宾"]
    ),
    role!(
        "酒店前台",
        "",
        &[Travel],
        Skilled,
        5500,
        Associate,
        ["英语", "轮班", "形象好"],
        ["办理入住与退房", "接听电话", "处理客人需求"]
    ),
    role!(
        "导游",
        "",
        &[Travel],
        Skilled,
        7500,
        Associate,
        ["导游证", "普通话", "讲解"],
        ["带团与讲解", "安排行程", "处理突发情况"]
    ),
    role!(
        "建筑设计师",
        "",
        &[Building],
        Expert,
        11000,
        Bachelor,
        ["SketchUp", "Revit", "方案"],
        ["参与方案与施工图设计", "与甲方沟通", "现场配合"]
    ),
    role!(
        "施工员",
        "",
        &[Building],
        Skilled,
        8200,
        Associate,
        ["施工员证", "测量", "CAD"],
        ["现场进度与质量管理", "编制施工资料", "协调班组"]
    ),
    role!(
        "造价工程师",
        "",
        &[Building],
        Expert,
        10500,
        Bachelor,
        ["广联达", "招投标", "清单"],
        ["编制预算与结算", "审核变更", "对接审计"]
    ),
    role!(
        "采购专员",
        "",
        &[Factory, Food, Shop, Energy],
        Skilled,
        7500,
        Associate,
        ["比价", "供应商", "ERP"],
        ["寻找与评估供应商", "跟进交期", "控制采购成本"]
    ),
];
