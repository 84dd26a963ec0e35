using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Guides;

/// <summary>Help for leaders and for the auditor, who read the whole ledger.</summary>
internal static class ReadersGuides
{
    public static readonly Guide Leader = new(
        Texts.Mark("登录后先看“待我决策”：等您决定的事项在前，分管单位的逾期任务在后。手机上同样可用。"),
        [
            new(Texts.Mark("答复提请协调的事项，审阅报您签批的文书。"), "/Leader", Texts.Mark("待我决策")),
            new(Texts.Mark("看分管单位的逾期任务，各有一句原因；需要时打开任务作批示。"), "/Leader", Texts.Mark("待我决策")),
            new(Texts.Mark("看承办单位对批示的答复：已阅办结，或批示再办。"), "/Instructions", Texts.Mark("领导批示")),
        ],
        [
            new(Texts.Mark("怎样作批示"),
                [
                    Texts.Mark("打开任务，点“批示”，写要求、承办单位和答复日期。"),
                    Texts.Mark("承办单位随即收到通知；答复后出现在“领导批示”和您的“我的工作”中。"),
                ],
                "/Tasks", Texts.Mark("年度任务")) { Picture = new("leader-phone", Texts.Mark("手机上的“待我决策”：每张卡片一件事。")) },
            new(Texts.Mark("怎样签发督办文书"),
                [Texts.Mark("打开待签的文书，核对事实和依据，输入本人密码签发；不签发的写明理由。")],
                "/Supervision", Texts.Mark("督办")),
            new(Texts.Mark("怎样看全市的情况"),
                [Texts.Mark("“看板”按单位列出各灯的任务数，着急的在前；点数字看清单，点任务看全过程。")],
                "/Board", Texts.Mark("看板")),
        ]);

    public static readonly Guide Auditor = new(
        Texts.Mark("您可以查阅全部台账和经过，不能改动任何内容；下载和核验都会留下记录。"),
        [
            new(Texts.Mark("看逾期、未反馈和督办的总体情况。"), "/Board", Texts.Mark("看板")),
            new(Texts.Mark("打开任务看全过程：谁在何时办了什么、附了什么文书、计时由谁承担。"), "/Tasks", Texts.Mark("年度任务")),
            new(Texts.Mark("核验审计链。"), "/Audit", Texts.Mark("审计")),
        ],
        [
            new(Texts.Mark("怎样核验审计链"),
                [Texts.Mark("点“核验审计链”，系统从第一条起重新计算，记录前后相扣；有改动时会指出是哪一条。")],
                "/Audit", Texts.Mark("审计")) { Picture = new("auditor-audit", Texts.Mark("审计：每一次变更一行，可按办理事项和办理人查找。")) },
            new(Texts.Mark("怎样核对灯和督办的依据"),
                [Texts.Mark("点灯、通知或督办旁的“为什么”，看当时的规则版本、日期和逐日计算，可以打印。")],
                "/Tasks", Texts.Mark("年度任务")),
            new(Texts.Mark("怎样核对考核得分"),
                [Texts.Mark("打开年度考核，每一分都指向当日封存的数据或文书；有异议的扣分保留原文和决定。")],
                "/Assessments", Texts.Mark("考核")),
        ]);
}
