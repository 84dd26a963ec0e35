using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans;

public sealed class MeasurePlanTests
{
    private readonly PlanVersion version = new(new Plan(Guid.CreateVersion7(), "方案", 2018, 2022), 1, "a.txt", null, "文本");

    [Theory]
    [InlineData(2018, true)]
    [InlineData(2020, true)]
    [InlineData(2021, false)]
    public void A_measure_runs_until_its_last_day_has_passed(int year, bool runs)
    {
        var measure = Make();
        measure.Add(Deadline(DeadlineKind.By, new DateOnly(2018, 12, 31)));
        measure.Add(Deadline(DeadlineKind.By, new DateOnly(2020, 6, 30)));

        Assert.Equal(runs, measure.RunsIn(year));
    }

    [Fact]
    public void A_yearly_deadline_keeps_a_measure_running()
    {
        var measure = Make();
        measure.Add(Deadline(DeadlineKind.By, new DateOnly(2018, 12, 31)));
        measure.Add(Deadline(DeadlineKind.Recurring, null));

        Assert.True(measure.RunsIn(2022));
    }

    [Theory]
    [InlineData(2018, false)]
    [InlineData(2019, true)]
    public void A_measure_with_a_first_day_starts_in_that_year(int year, bool runs)
    {
        var measure = Make();
        measure.Add(Deadline(DeadlineKind.Start, new DateOnly(2019, 1, 1)));

        Assert.Equal(runs, measure.RunsIn(year));
    }

    [Fact]
    public void A_measure_is_due_on_the_last_day_its_text_names_in_the_year_and_else_at_years_end()
    {
        var measure = Make();
        measure.Add(Deadline(DeadlineKind.By, new DateOnly(2020, 3, 31)));
        measure.Add(Deadline(DeadlineKind.By, new DateOnly(2020, 6, 30)));

        Assert.Equal(new DateOnly(2020, 6, 30), measure.DueIn(2020));
        Assert.Equal(new DateOnly(2019, 12, 31), measure.DueIn(2019));
    }

    [Fact]
    public void A_measure_without_any_unit_says_why_nothing_is_issued_from_it()
    {
        Assert.Equal("没有责任单位", MeasureCheck.WhyNot(Make())?.Format);
    }

    [Fact]
    public void A_reason_not_to_issue_settles_the_missing_lead()
    {
        var measure = Make();
        measure.SetNoTaskReason("由省里组织");

        Assert.Empty(MeasureCheck.Findings(measure));
        Assert.Equal(["由省里组织"], MeasureCheck.WhyNot(measure)?.Arguments);
    }

    [Fact]
    public void A_unit_that_nobody_knows_stands_in_the_way_even_when_it_only_cooperates()
    {
        var measure = Make();
        var lead = Unit(DraftUnitRole.Lead, "市教育局");
        lead.MatchUnit(Guid.CreateVersion7());
        measure.Add(lead);
        measure.Add(Unit(DraftUnitRole.Cooperating, "市某某局"));

        Assert.Equal(["市某某局"], MeasureCheck.WhyNot(measure)?.Arguments);
    }

    [Fact]
    public void A_doubt_stands_once_and_leaves_when_it_is_accepted()
    {
        var measure = Make();
        measure.AddDoubt("请核对甲。");
        measure.AddDoubt("请核对甲。");
        measure.AddDoubt("请核对乙。");
        Assert.Equal(2, measure.DoubtLines.Count);

        measure.AcceptDoubt("请核对甲。");

        Assert.Equal(["请核对乙。"], measure.DoubtLines);
    }

    [Theory]
    [InlineData(Comparator.AtLeast, null, null, "target-value")]
    [InlineData(null, 5, null, "target-value")]
    [InlineData(Comparator.Between, 5, 3, "target-range")]
    [InlineData(Comparator.Between, 5, null, "target-range")]
    public void A_target_whose_numbers_do_not_fit_is_refused(Comparator? comparator, int? value, int? upper, string code)
    {
        var target = new Target { AsWritten = "达到", Comparator = comparator, Value = value, Upper = upper };

        Assert.Equal(code, Assert.Throws<RuleBroken>(target.MustHold).Code);
    }

    [Fact]
    public void A_deadline_that_comes_back_each_year_has_no_last_day()
    {
        var deadline = new MeasureDeadline { AsWritten = "每年", Kind = DeadlineKind.Recurring, Day = new DateOnly(2020, 1, 1) };

        Assert.Equal("deadline-kind", Assert.Throws<RuleBroken>(deadline.MustHold).Code);
    }

    [Fact]
    public void The_source_is_covered_without_gap_by_what_it_became()
    {
        var measure = new Measure(version, 1, "1", "名称", "", "", 2, 4);
        measure.Add(new MeasureUnit(Guid.Empty, DraftUnitRole.Lead, 0, "丙", 4, 1));

        var runs = SourceRuns.Of("甲甲乙乙丙乙丁 丁", [measure], [], [new SkippedText(new SourceSpan(6, 3), "附件。")]);

        Assert.Equal(
            [(0, 2, SourceUse.Heading), (2, 2, SourceUse.Measure), (4, 1, SourceUse.Detail), (5, 1, SourceUse.Measure), (6, 3, SourceUse.Skipped)],
            runs.Select(r => (r.Start, r.Length, r.Use)));
        Assert.Equal(100, SourceRuns.Coverage("甲甲乙乙丙乙丁 丁", runs));
    }

    [Fact]
    public void What_lies_between_two_measures_and_became_none_lowers_the_coverage()
    {
        const string text = "前甲甲间 乙乙后";
        Measure[] measures = [new(version, 1, "1", "名称", "", "", 1, 2), new(version, 2, "2", "名称", "", "", 5, 2)];
        var deleted = new SkippedText(new SourceSpan(5, 2), PlanRemarks.DeletedReason);

        Assert.Equal(80, SourceRuns.Coverage(text, SourceRuns.Of(text, measures, [], [])));
        Assert.Equal(40, SourceRuns.Coverage(text, SourceRuns.Of(text, [measures[0]], [], [deleted])));
    }

    private Measure Make() => new(version, 1, "1", "名称", "", "正文", 0, 2);

    private static MeasureDeadline Deadline(DeadlineKind kind, DateOnly? day) => new() { AsWritten = "期限", Kind = kind, Day = day };

    private static MeasureUnit Unit(DraftUnitRole role, string name) => new(Guid.Empty, role, 0, name, 0, 0);
}
