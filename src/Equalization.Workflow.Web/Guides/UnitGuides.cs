using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Guides;

/// <summary>Help for a unit: its contact, and its head.</summary>
internal static class UnitGuides
{
    public static readonly Guide Contact = new(
        Texts.Mark("登录后先看“我的工作”：待签收、待报告、被退回和即将到期的事项都在这里，每行右边的按钮就是下一步。"),
        [
            new(Texts.Mark("签收新下达的任务。不属于本单位的，打开任务点“退回任务”并写明理由。"), "/Work", Texts.Mark("我的工作")),
            new(Texts.Mark("看“被退回”的事项，按意见修改后重新提交；再填写到期的进展报告。"), "/Work", Texts.Mark("我的工作")),
            new(Texts.Mark("看本单位任务的灯：灯旁写着原因，点“为什么”看逐日的计算。"), "/Tasks", Texts.Mark("年度任务")),
        ],
        [
            new(Texts.Mark("怎样一次签收多项任务"),
                [
                    Texts.Mark("在“待签收”上方勾选全部，或逐项勾选。"),
                    Texts.Mark("点“签收所选任务”，核对数目后再点一次。"),
                    Texts.Mark("页面列出每一项的结果；没有办成的写明原因，仍留在清单里。"),
                ],
                "/Work", Texts.Mark("我的工作")) { Picture = new("contact-work", Texts.Mark("我的工作：按要办的事分段，每行右边是下一步。")) },
            new(Texts.Mark("怎样报告进展"),
                [
                    Texts.Mark("点“填写进展”，填完成比例、进展情况、存在问题和下一步安排，上传佐证。"),
                    Texts.Mark("没有写完先点“保存草稿”；写完点“提交进展”，单位负责人审签后即为正式报告。"),
                    Texts.Mark("这一期没有变化时点“报告无变化”，沿用上期已审签的数据；多项可以勾选后一次办理。"),
                ],
                "/Work", Texts.Mark("我的工作")) { Picture = new("contact-report", Texts.Mark("填写进展：上一期的数据在旁边，佐证在同一页上传。")) },
            new(Texts.Mark("需要别的单位或领导协调怎么办"),
                [Texts.Mark("在进展报告中勾选“随本报告提出需协调事项”，写明请谁答复和希望答复的日期。")],
                "/Work", Texts.Mark("我的工作")),
            new(Texts.Mark("怎样申请延期"),
                [
                    Texts.Mark("在期限之前打开任务，点“申请延期”，写明新期限、理由和措施；“查看影响”会说明批准后的变化。"),
                    Texts.Mark("单位负责人审签后，报领导小组办公室决定。"),
                ],
                "/Tasks", Texts.Mark("年度任务")),
            new(Texts.Mark("怎样填写一校一策"),
                [Texts.Mark("在“差距台账”打开本单位负责的学校的差距，写明措施、责任人和期限；下一学年数据达标后由领导小组办公室销账。")],
                "/Ledgers", Texts.Mark("差距台账")),
            new(Texts.Mark("怎样填写优质均衡自评表"),
                [
                    Texts.Mark("区县的联络员在“优质均衡认定”打开本区县，点“填写自评表”：学校数据能算出的已经算好，其余逐项填写结论、数值和依据，不清楚的选“未知”。"),
                    Texts.Mark("可以分次保存；全部填写后由单位负责人报送，自评报告可以下载。"),
                ],
                "/Accreditations", Texts.Mark("优质均衡认定")),
            new(Texts.Mark("怎样申请办结"),
                [Texts.Mark("打开任务点“申请办结”，附上要求的佐证，缺哪一项页面会写明；单位负责人审签后由领导小组办公室审核销账。")],
                "/Tasks", Texts.Mark("年度任务")),
        ]);

    public static readonly Guide Head = new(
        Texts.Mark("登录后先看“我的工作”中的“待我审批”：报告、延期申请和办结申请经您审签后才报出。"),
        [
            new(Texts.Mark("逐份审签；有问题的点“退回修改”并写明意见。"), "/Work", Texts.Mark("我的工作")),
            new(Texts.Mark("看本单位的黄灯和红灯：灯旁写着原因，点“为什么”看逐日的计算。"), "/Tasks", Texts.Mark("年度任务")),
            new(Texts.Mark("在期限内答复督办文书。"), "/Supervision", Texts.Mark("督办")),
            new(Texts.Mark("看领导批示是否已经答复。"), "/Instructions", Texts.Mark("领导批示")),
        ],
        [
            new(Texts.Mark("怎样一次审签多份"),
                [
                    Texts.Mark("在“待我审批”勾选要一并审签的报告或申请；要看内容的，先点任务名称。"),
                    Texts.Mark("点“审签所选报告”，核对数目后再点一次；页面列出每一份的结果。"),
                ],
                "/Work", Texts.Mark("我的工作")) { Picture = new("head-work", Texts.Mark("我的工作：待我审批在前，本单位要办的事在后。")) },
            new(Texts.Mark("怎样答复督办文书"),
                [Texts.Mark("打开文书，看事实、依据和答复期限，写明原因、措施和完成日期后点“答复督办文书”。")],
                "/Supervision", Texts.Mark("督办")),
            new(Texts.Mark("本单位每月要报多少"),
                [Texts.Mark("在“我的工作”最下方看本月的报告、填报项和佐证数目；同一内容被重复要求的，可以向领导小组办公室提出。")],
                "/Work", Texts.Mark("我的工作")),
        ]);
}
