using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;

namespace Equalization.Workflow.Tests.Plans;

public sealed class UnitMatcherTests
{
    private static readonly Guid Education = Guid.CreateVersion7();
    private static readonly Guid Counties = Guid.CreateVersion7();

    private readonly UnitMatcher matcher = new("长沙市",
    [
        Unit(Education, "长沙市教育局"),
        Unit("长沙市发展和改革委员会"),
        Unit("市场监督管理局"),
        Unit("芙蓉区人民政府"),
        Unit("芙蓉区教育局"),
        Unit("市住房和城乡建设局"),
        Unit("市住房保障建设局"),
        new(Counties, true, "各区县(市)政府", "各区县(市)政府"),
    ]);

    [Theory]
    [InlineData("长沙市教育局")]
    [InlineData("市教育局")]
    [InlineData("教育局")]
    [InlineData("市 教育局")]
    public void A_unit_is_known_with_and_without_its_place_and_level(string written)
    {
        var match = matcher.Find(written, written);

        Assert.Equal((Certainty.Sure, Education), (match.Certainty, match.To?.Id));
    }

    [Theory]
    [InlineData("各区县（市）人民政府")]
    [InlineData("区县(市)政府")]
    [InlineData("各区县(市)")]
    [InlineData("区县<市>政府")]
    [InlineData("各县(市、区)人民政府")]
    public void A_collective_is_known_in_all_its_spellings(string written)
    {
        var match = matcher.Find(written, written);

        Assert.Equal((Certainty.Sure, Counties), (match.Certainty, match.To?.Id));
    }

    [Theory]
    [InlineData("芙蓉区政府")]
    [InlineData("芙蓉区")]
    public void A_county_stands_for_its_government(string written) =>
        Assert.Equal("芙蓉区人民政府", matcher.Find(written, written).To?.Name);

    [Fact]
    public void A_unit_of_another_level_is_another_unit() =>
        Assert.Equal(Certainty.None, matcher.Find("省教育局", "省教育局").Certainty);

    [Fact]
    public void A_word_that_begins_like_a_level_is_none() =>
        Assert.Equal("市场监督管理局", matcher.Find("市市场监督管理局", "市市场监督管理局").To?.Name);

    [Fact]
    public void A_dropped_level_is_read_from_the_full_name() =>
        Assert.Equal(Education, matcher.Find("教育局", "市教育局").To?.Id);

    [Fact]
    public void A_short_form_of_one_name_is_likely_and_no_more()
    {
        var match = matcher.Find("市发改委", "市发改委");

        Assert.Equal((Certainty.Likely, "长沙市发展和改革委员会"), (match.Certainty, match.To?.Name));
    }

    [Fact]
    public void A_short_form_of_two_names_is_left_to_a_person()
    {
        var match = matcher.Find("市住建局", "市住建局");

        Assert.Equal(Certainty.None, match.Certainty);
        Assert.Equal(["市住房和城乡建设局", "市住房保障建设局"], match.Others);
    }

    [Fact]
    public void A_name_that_nobody_knows_is_not_guessed() =>
        Assert.Equal(UnitMatch.Unknown, matcher.Find("市水务局", "市水务局"));

    private static KnownName Unit(string name) => Unit(Guid.CreateVersion7(), name);

    private static KnownName Unit(Guid id, string name) => new(id, false, name, name);
}
