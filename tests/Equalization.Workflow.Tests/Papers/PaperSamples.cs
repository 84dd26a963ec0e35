using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Tests.Papers;

/// <summary>Papers with everything in them that the layout knows.</summary>
internal static class PaperSamples
{
    public const string RareName = "𠮷田𡈽";

    public static PaperDocument Notice() => new()
    {
        Kind = PaperKind.Supervision,
        Title = "关于补充乡村教师的督办通知单",
        Number = "督〔2026〕3号",
        Addressees = ["长沙市教育局"],
        Fields =
        [
            new("编号", "督〔2026〕3号") { Half = true }, new("签发日期", "2026年11月22日") { Half = true },
            new("事项", "乡村学校音体美专任教师补充"), new("要求", "补报进展，附聘用名单。\n说明逾期原因。") { Lines = 3 },
            new("签收人", RareName) { Half = true }, new("签收时间", "") { Half = true },
        ],
        SignedBy = "市教育督导委员会",
        SignedOn = new DateOnly(2026, 11, 22),
        Note = "联系人：李敏",
    };

    public static PaperDocument Bulletin() => new()
    {
        Kind = PaperKind.Bulletin,
        Title = "关于第三季度重点任务进展情况的通报",
        Number = "通〔2026〕5号",
        Urgency = "加急",
        RedHead = "长沙市义务教育优质均衡发展领导小组办公室文件",
        Addressees = ["各区县（市）人民政府", "市直有关单位"],
        Body =
        [
            new PaperParagraph("现将2026年第三季度义务教育优质均衡发展重点任务进展情况通报如下。"),
            new PaperHeading(1, "总体情况"), new PaperParagraph("截至9月30日，列入年度计划的131项任务中，已销账65项，正在办理62项，逾期4项。"),
            new PaperHeading(2, "按期完成"), new PaperParagraph("新建学校3所按期竣工并投入使用。"), new PaperHeading(2, "逾期"), new PaperParagraph("教师补充等4项任务超过期限。"),
            new PaperHeading(1, "存在问题"), new PaperHeading(2, "进展缓慢"), new PaperHeading(3, "教育局"), new PaperHeading(4, "教师补充"),
            new PaperParagraph("乡村学校音体美专任教师缺口较大。"),
            new PaperTable("表1　各单位任务", [new("单位", 20) { Align = PaperAlign.Left }, new("逾期") { Align = PaperAlign.Right }], [["市教育局", "3"], ["市财政局", "0"]]),
        ],
        Annexes = [new("逾期任务清单", [new PaperParagraph("清单正文。")]), new("核对意见", [])],
        SignedBy = "长沙市教育督导委员会",
        SignedOn = new DateOnly(2026, 11, 5),
        CopiesTo = ["市委办公厅", "市人大常委会办公厅"],
        PrintedBy = "市教育督导委员会办公室",
    };

    public static PaperDocument Upwards(int characters) => new()
    {
        Kind = PaperKind.AccountabilityProposal,
        Title = "关于予以问责的建议",
        RedHead = "长沙市教育局",
        Number = "问〔2026〕1号",
        Signatory = "王建国",
        Body = [new PaperParagraph(string.Concat(Enumerable.Range(0, characters).Select(i => "甲乙丙丁戊己庚辛壬癸"[i % 10])))],
    };
}
