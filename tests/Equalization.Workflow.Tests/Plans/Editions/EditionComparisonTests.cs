using System.Diagnostics;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Editions;

public sealed class EditionComparisonTests
{
    private static readonly EditionMeasure[] Plan =
    [
        Measure(1, "完善布局规划", "修订中小学布局规划，预留教育用地。"),
        Measure(2, "配齐教学设备", "生均教学仪器设备值达到规定标准。"),
        Measure(3, "加强教师交流", "骨干教师交流轮岗比例不低于百分之二十。"),
        Measure(4, "开展质量监测", "每年发布义务教育质量监测报告。"),
    ];

    [Fact]
    public void Two_equal_versions_differ_in_nothing()
    {
        var comparison = Compare(Plan, Again(Plan));

        Assert.Equal((4, 4), (comparison.Unchanged, comparison.All.Count));
    }

    [Fact]
    public void A_plan_of_which_nothing_is_left_is_all_removed_and_all_added()
    {
        EditionMeasure[] other = [Measure(1, "扩大食堂", "新建标准化学生食堂。"), Measure(2, "校车安全", "更新校车并安装定位。")];

        var comparison = Compare(Plan, other);

        Assert.Equal((4, 2, 0), (comparison.Count(EditionChanges.Removed), comparison.Count(EditionChanges.Added), comparison.Unchanged));
        Assert.All(comparison.All, d => Assert.Null(d.Near));
    }

    [Fact]
    public void A_measure_put_in_before_the_others_moves_none_of_them()
    {
        EditionMeasure[] draft = [Measure(1, "扩大食堂", "新建标准化学生食堂。"), .. Again(Plan).Select(m => m with { Position = m.Position + 1, Number = $"{m.Position + 1}" })];

        var comparison = Compare(Plan, draft);

        Assert.Equal(
            [EditionChanges.Added, .. Enumerable.Repeat(EditionChanges.Number, 4)], comparison.All.Select(d => d.Changes));
    }

    [Fact]
    public void Of_two_measures_that_swapped_places_one_moved()
    {
        var draft = Again([Plan[0], Plan[2], Plan[1], Plan[3]]).Select((m, i) => m with { Position = i + 1 }).ToArray();

        var comparison = Compare(Plan, draft);

        Assert.Equal(1, comparison.Count(EditionChanges.Moved));
        Assert.Equal(3, comparison.Unchanged);
    }

    [Fact]
    public void Renumbered_sections_are_named_and_break_no_pairing()
    {
        var draft = Again(Plan).Select(m => m with { Section = "三、主要措施" }).ToArray();

        Assert.All(Compare(Plan, draft).All, d => Assert.Equal(EditionChanges.Section, d.Changes));
    }

    [Fact]
    public void Equal_titles_in_two_sections_are_told_apart_by_section_and_by_text()
    {
        EditionMeasure[] former =
        [
            Measure(1, "加强领导", "成立学校建设领导小组，定期研究用地问题。", "一、学校"), Measure(2, "加强领导", "教师编制由县级统筹，每学期核定一次。", "二、教师"),
        ];
        var swapped = Again([former[1], former[0]]).Select((m, i) => m with { Position = i + 1 }).ToArray();
        var renamed = swapped.Select(m => m with { Section = "第" + m.Section }).ToArray();

        Assert.All(EditionPairing.Find(former, swapped), p => Assert.Equal(p.Former.Body, p.Draft.Body));
        Assert.All(EditionPairing.Find(former, renamed), p => Assert.Equal(p.Former.Body, p.Draft.Body));
        Assert.Equal(2, EditionPairing.Find(former, renamed).Count);
    }

    [Fact]
    public void A_measure_with_another_title_is_found_by_its_words()
    {
        var draft = Again(Plan);
        draft[2] = draft[2] with { Title = "推进教师交流轮岗", Body = "骨干教师交流轮岗比例不低于百分之三十。" };

        var difference = Assert.Single(Compare(Plan, draft).All, d => d.Changes != EditionChanges.None);

        Assert.Equal((Plan[2].Id, EditionChanges.Title | EditionChanges.Body), (difference.Former?.Id, difference.Changes));
    }

    [Fact]
    public void A_measure_cut_in_two_keeps_one_half_and_the_other_says_what_it_is_like()
    {
        EditionMeasure[] former = [Measure(1, "改善办学条件", "新建改扩建学校二十所，新增学位一万个。为乡村小规模学校配齐音乐体育美术器材。")];
        EditionMeasure[] draft =
        [
            Measure(1, "改善办学条件", "新建改扩建学校二十所，新增学位一万个。"), Measure(2, "配齐乡村学校器材", "为乡村小规模学校配齐音乐体育美术器材。"),
        ];

        var added = Assert.Single(Compare(former, draft).All, d => d.Changes == EditionChanges.Added);

        Assert.Equal((draft[1].Id, former[0].Id), (added.Draft?.Id, added.Near?.Measure.Id));
        Assert.InRange(added.Near!.Percent, EditionComparison.LeastNear, 99);
    }

    [Fact]
    public void Units_dates_and_targets_say_what_came_and_what_went()
    {
        var bureau = Guid.NewGuid();
        EditionMeasure[] former = [Plan[0] with
        {
            Units = [new(DraftUnitRole.Lead, bureau, "市教育局"), new(DraftUnitRole.Cooperating, null, "市财政局")], Deadlines = ["2020年底"], Targets = ["班额不超过55人"],
        }];
        EditionMeasure[] draft = [Again(former)[0] with
        {
            Units = [new(DraftUnitRole.Lead, null, "市发改委"), new(DraftUnitRole.Cooperating, bureau, "教育局"), new(DraftUnitRole.Cooperating, null, "市财政局")],
            Deadlines = ["2019 年底"], Targets = ["班额 不超过55人"],
        }];

        var one = Assert.Single(Compare(former, draft).All);

        Assert.Equal(EditionChanges.Lead | EditionChanges.Cooperating | EditionChanges.Deadlines, one.Changes);
        Assert.Equal(["市发改委"], one.Units(DraftUnitRole.Lead).Came);
        Assert.Equal(["市教育局"], one.Units(DraftUnitRole.Lead).Went);
        Assert.Equal(["教育局"], one.Units(DraftUnitRole.Cooperating).Came);
        Assert.Empty(one.Units(DraftUnitRole.Cooperating).Went);
    }

    [Fact]
    public void A_pairing_taken_apart_by_a_person_stays_apart()
    {
        var draft = Again(Plan);

        Assert.Empty(EditionPairing.Recorded(Plan, draft));
        Assert.Equal([Plan[1].Id], EditionPairing.Recorded(Plan, [draft[1] with { OriginId = Plan[1].OriginId }]).Select(p => p.Former.Id));
    }

    [Fact]
    public void Each_measure_of_either_version_stands_in_the_comparison_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (former, draft) = (AnyPlan(random), AnyPlan(random));
            if (former.Length > 0 && draft.Length > 0)
            {
                draft[0] = draft[0] with { OriginId = former[^1].OriginId };
            }

            var all = Compare(former, draft).All;

            Assert.Equal(former.Select(m => m.Id).Order(), all.Where(d => d.Former is not null).Select(d => d.Former!.Id).Order());
            Assert.Equal(draft.Select(m => m.Id).Order(), all.Where(d => d.Draft is not null).Select(d => d.Draft!.Id).Order());
        }
    }

    [Fact]
    public void A_thousand_reworded_measures_are_compared_within_seconds()
    {
        var random = new Random(1);
        EditionMeasure[] former = [.. Enumerable.Range(1, 1000).Select(i => Measure(i, $"措施{i}", Words(random, 200)))];
        var draft = Again(former).Select(m => m with { Title = "修订" + m.Title, Body = m.Body[10..] + "另行安排" }).ToArray();
        var watch = Stopwatch.StartNew();

        var pairs = EditionPairing.Find(former, draft);

        Assert.All(pairs, p => Assert.Equal(p.Former.Position, p.Draft.Position));
        Assert.Equal(1000, pairs.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static EditionComparison Compare(EditionMeasure[] former, EditionMeasure[] draft) =>
        EditionComparison.Of(former, draft, EditionPairing.Find(former, draft));

    /// <summary>The same measures as another version has them.</summary>
    private static EditionMeasure[] Again(IEnumerable<EditionMeasure> measures) =>
        [.. measures.Select(m => m with { Id = Guid.NewGuid(), OriginId = Guid.NewGuid() })];

    private static EditionMeasure Measure(int position, string title, string body, string section = "二、主要措施")
    {
        var id = Guid.NewGuid();
        return new EditionMeasure(id, id, 1, position, $"{position}", section, title, body, [], [], []);
    }

    /// <summary>Few words, so that titles and texts repeat often.</summary>
    private static EditionMeasure[] AnyPlan(Random random) =>
        [.. Enumerable.Range(1, random.Next(12)).Select(i => Measure(i, Words(random, 2), Words(random, random.Next(9)), Words(random, 1)))];

    private static string Words(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('一' + random.Next(count > 20 ? 2000 : 4))));
}
