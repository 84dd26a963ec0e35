using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Guides;

/// <summary>Help for the leading group's office.</summary>
internal static class OfficeGuide
{
    public static readonly Guide Text = new(
        Texts.Mark("每天先看“看板”：逾期、待办公室处理、未反馈、七日内到期各有几项，点数字看清单。"),
        [
            new(Texts.Mark("看逾期和未反馈比一周前多了还是少了；最着急的单位排在前面。"), "/Board", Texts.Mark("看板")),
            new(Texts.Mark("逐件办理：审核办结、决定延期、裁定退回的任务。同类事项勾选后可以一次办理。"), "/Work", Texts.Mark("我的工作")),
            new(Texts.Mark("审阅系统提出的督办建议，签发，或写明理由不予签发。"), "/Supervision", Texts.Mark("督办")),
            new(Texts.Mark("筛选“未反馈”的任务，勾选后一次催办。"), "/Tasks?show=silent", Texts.Mark("年度任务")),
        ],
        [
            new(Texts.Mark("怎样从空的系统开始"),
                [
                    Texts.Mark("在“单位与人员”点“从表格导入”，下载模板，依次导入单位、人员与任职、领导分管。上传后先核对，确认之前不保存。"),
                    Texts.Mark("点“批量开通账户”并打印纸条，本人凭纸条上的一次性密码首次登录。"),
                    Texts.Mark("在“方案”点“导入方案”，上传文件或粘贴全文，核对措施、单位和期限后点“确认方案”。"),
                    Texts.Mark("点“下达任务”，选年度，核对后下达；各单位随即收到通知。"),
                ],
                "/Units/Rosters", Texts.Mark("从表格导入")) { Picture = new("office-roster", Texts.Mark("从表格导入：先选内容，再上传表格；模板和填写说明在下面。")) },
            new(Texts.Mark("怎样一次催办多项任务"),
                [
                    Texts.Mark("在“年度任务”用筛选找出要催的任务，逐项勾选，或勾选本页全部。"),
                    Texts.Mark("点“催办所选任务”，写一段各项相同的内容，再点一次发出。"),
                    Texts.Mark("页面列出每一项的结果；规定间隔内催办过的不再重复。"),
                ],
                "/Tasks", Texts.Mark("年度任务")) { Picture = new("office-urge", Texts.Mark("年度任务：勾选之后，在列表上方一次催办。")) },
            new(Texts.Mark("怎样决定延期和办结"),
                [
                    Texts.Mark("在“我的工作”打开申请，看理由、佐证和对灯的影响。"),
                    Texts.Mark("同意延期后按新期限计算，原期限划去但仍可见；退回和不同意都要写明理由，由单位修改后再报。"),
                ],
                "/Work", Texts.Mark("我的工作")),
            new(Texts.Mark("怎样撤回、中止或更正已下达的任务"),
                [
                    Texts.Mark("打开任务，点“变更任务”，选撤回、中止、恢复或更正，写明理由；变更前后的内容都保留，承担单位随即收到通知。"),
                    Texts.Mark("中止期间不计时、不提醒、不督办；恢复后，还没有到的期限按中止的工作日顺延。"),
                ],
                "/Tasks", Texts.Mark("年度任务")),
            new(Texts.Mark("怎样设置每月、每季、每年重复的任务"),
                [Texts.Mark("下达时或在任务页设定周期；每一期是一项有自己编号的任务，到期自动下达。在“周期任务”看下一期的日期。")],
                "/Recurrences", Texts.Mark("周期任务")),
            new(Texts.Mark("怎样登记学校差距，数据达标后销账"),
                [
                    Texts.Mark("导入学年数据后，在“差距台账”选学年和区县，点“按本学年数据登记差距”；在“台账单位”指定由谁填写一校一策。"),
                    Texts.Mark("勾选差距，关联到承担整改的年度任务；审核任务办结时，页面写明数值是否变动。"),
                    Texts.Mark("导入下一学年数据后再登记一次；达标的打开差距点“凭数据销账”，不凭数据的写明理由。"),
                ],
                "/Ledgers", Texts.Mark("差距台账")),
            new(Texts.Mark("怎样组织区县的优质均衡认定"),
                [
                    Texts.Mark("在“优质均衡认定”点“采用方案时序”，从方案原文读出各区县各阶段的日期，核对后采用；也可以逐个新增区县。"),
                    Texts.Mark("区县报送自评后，逐个阶段登记结论：通过、退回整改或不通过。还有问题没有销号的，要写明理由才能通过。"),
                    Texts.Mark("在区县页面登记发现的问题和否决事项；责任单位报告整改后，复查销号。"),
                ],
                "/Accreditations", Texts.Mark("优质均衡认定")),
            new(Texts.Mark("有人忘记密码怎么办"),
                [Texts.Mark("打开该人员所在的单位，点“重置密码”，把一次性密码当面交给本人；本人登录后必须自设新密码。")],
                "/Units", Texts.Mark("单位与人员")),
            new(Texts.Mark("有人调动怎么办"),
                [
                    Texts.Mark("在单位页为接任人“登记任职”，再在离任人的岗位旁点“发起岗位交接”。"),
                    Texts.Mark("双方确认后，未办结的事项改由接任人办理；不接收的由办公室裁定。"),
                ],
                "/Units", Texts.Mark("单位与人员")),
            new(Texts.Mark("怎样起草通报"),
                [Texts.Mark("选一日的数据快照起草，数字由快照生成，不能手改；送有关单位核实后签发、印发。")],
                "/Bulletins", Texts.Mark("通报")),
        ]);
}
