using System.Text;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>No text makes the reader fail, and every place it gives lies in the text.</summary>
public sealed class AnyTextTests
{
    // A list of units is looked at once for each form that it might be written in.
    private const int MostLooks = 6_000;

    private static readonly string[] Pieces =
    [
        "一、", "二、主要措施", "(一)", "(", ")", "（", "〔", "〕", "【责任部门:", "1.", "2 .", "3,", "⒈", "①", "牵头单位:", "责任单位：", "配合单位", "市教育局", "各区县(市)政府", "、", ",", "，",
        "。", ";", "\n", "\r\n", "  ", "2018年", "到2020年底", "从2019年开始每年", "2012年起5年内", "13月", "2月30日", "0000年", "9999999999999年", "12月底前", "每年", "“十四五”期间",
        "60%以上", "45、50人以内", "2至3个", "99999999999999999999人", "消除", "全面消除", "只增不减", "不低于", "水平", "每个区县(市)一所", "由", "牵头", "配合", "序号\n任务\n责任单位\n1\n",
        "序号|任务|责任单位\n", "1|建校|市教育局\n", "同上|同上|同上\n", "附件:", "《", "》", "<", "“", "\ud800", "\u0000", "\ufeff", "排名第一位为牵头单位,下同", "等", "和", "及", "在2021年…的基础上", "方案", "通知", "印发《",
        "欢迎访问某站网\n", "某站", "1、", "2、", "3、",
    ];

    [Fact]
    public void Any_text_is_read() => Prop.ForAll<string>(text => Holds(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_heap_of_plan_words_is_read() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void A_plan_with_pieces_cut_out_doubled_and_put_in_is_read()
    {
        var plan = Samples.Plan(
            "完善规划。到2022年60%以上学校达到国家标准。(牵头单位:市教育局,配合单位:各区县(市)政府、市城乡规划局,市国土局)",
            "补充教师。每年招聘不低于10%。(市编办、人社局牵头,市财政局等有关部门配合)");
        Mutated(plan);
    }

    [Fact]
    public void The_Changsha_plan_with_pieces_cut_out_doubled_and_put_in_is_read() =>
        Mutated(File.ReadAllText(Repository.SharedFile("reference", "seeds", "003_78f6664cd1c75a99.txt")));

    [Theory]
    [InlineData("(")]
    [InlineData("(责任单位:")]
    [InlineData("责任单位:\n")]
    [InlineData("一、")]
    [InlineData("1.")]
    [InlineData("由")]
    [InlineData("每年")]
    [InlineData("“(《")]
    [InlineData("市教育局和")]
    [InlineData("2018年70%以上,")]
    public void A_hundred_thousand_of_one_piece_are_read(string piece) =>
        Assert.True(Holds(new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString()));

    /// <summary>Work is counted in looks at characters, not in seconds: of a text twice as long at most a little over twice as many.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("(责任单位:")]
    [InlineData("(责任单位:市教育局、市财政局)")]
    [InlineData("(牵头单位:市教育局)(配合单位:市财政局)")]
    [InlineData("责任单位:市教育局\n市财政局\n")]
    [InlineData("一、")]
    [InlineData("1.完善规划。")]
    [InlineData("第一阶段:准备(2020年1月-3月)。\n")]
    [InlineData("由市教育局负责")]
    [InlineData("每年12月底前")]
    [InlineData("到2022年底,甲县完成县级自评;")]
    [InlineData("市教育局和")]
    [InlineData("2018年70%以上,")]
    [InlineData("组长:甲副组长:乙领导小组")]
    [InlineData("序号\n任务\n责任单位\n1\n建校\n市教育局\n")]
    [InlineData("序号|任务|责任单位\n1|建校|市教育局\n")]
    [InlineData("某市教育工作方案\n某市教育工作方案\n")]
    [InlineData("做好工作,加强管理,")]
    public void Twice_the_text_is_twice_the_work(string piece)
    {
        var (small, large) = (Work(piece, 20_000), Work(piece, 40_000));

        Assert.True(large <= small * 2.3, $"{small} looks at 20,000 characters, {large} at 40,000");
        Assert.True(large <= 40_000 * MostLooks, $"{large / 40_000} looks at each character");
    }

    [Fact]
    public void A_mutated_plan_takes_no_more_work_than_its_length_allows() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(),
            text => PlanReader.Read(text).Looks <= (text.Length + 100L) * MostLooks).QuickCheckThrowOnFailure();

    private static long Work(string piece, int length) =>
        PlanReader.Read(new StringBuilder().Insert(0, piece, length / piece.Length).ToString()).Looks;

    private static void Mutated(string plan)
    {
        var cuts = ArbMap.Default.GeneratorFor<(NonNegativeInt At, NonNegativeInt Length, NonNegativeInt Piece, NonNegativeInt Kind)>().ListOf(6);
        Prop.ForAll(cuts.ToArbitrary(), list => Holds(list.Aggregate(plan, Change))).QuickCheckThrowOnFailure();
    }

    private static string Change(string text, (NonNegativeInt At, NonNegativeInt Length, NonNegativeInt Piece, NonNegativeInt Kind) cut)
    {
        // Generated numbers are small; spread over the text they reach all of it.
        var at = text.Length == 0 ? 0 : (int)(cut.At.Get * 7919L % text.Length);
        var length = Math.Min(text.Length - at, cut.Length.Get * 13 % 400);
        return (cut.Kind.Get % 3) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(at, Pieces[cut.Piece.Get % Pieces.Length]),
        };
    }

    private static bool Holds(string text)
    {
        var draft = PlanReader.Read(text);
        var spans = draft.Skipped.Select(skip => skip.Span)
            .Concat(draft.Overall.Select(target => target.Span))
            .Concat(draft.Measures.SelectMany(measure => (SourceSpan[])
            [
                measure.Span, measure.TitleSpan, .. measure.Units.Select(unit => unit.Span), .. measure.Deadlines.Select(deadline => deadline.Span),
                .. measure.Targets.Select(target => target.Span), .. measure.Duties.Select(duty => duty.Span), .. PlanFields.Of(measure).Select(field => field.Span),
            ]))
            .Concat(PlanFields.Of(draft).Select(field => field.Span));
        return spans.All(span => span.Start >= 0 && span.Length >= 0 && span.End <= draft.Text.Length) && !Coverage.Missing(draft).Any() && DraftCoverage.Of(draft).Lost == 0;
    }
}
