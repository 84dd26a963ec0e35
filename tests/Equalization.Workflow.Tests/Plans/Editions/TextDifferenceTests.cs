using Equalization.Workflow.Core.Plans.Editions;

namespace Equalization.Workflow.Tests.Plans.Editions;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("比例不低于20%。", "比例不低于30%。", "=比例不低于|-2|+3|=0%。")]
    [InlineData("新建学校。", "新建学校。新建学校。", "=新建学校。|+新建学校。")]
    [InlineData("", "新文", "+新文")]
    [InlineData("旧文", "", "-旧文")]
    [InlineData("不变", "不变", "=不变")]
    public void Words_that_went_and_came_are_told_from_those_that_stayed(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextDifference.Of(before, after).Select(p => "=-+"[(int)p.Kind] + p.Text)));

    [Fact]
    public void The_pieces_make_up_both_texts_whatever_they_are()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Text(random, 30), Text(random, 30));

            var pieces = TextDifference.Of(before, after);

            Assert.Equal(before, string.Concat(pieces.Where(p => p.Kind != PieceKind.New).Select(p => p.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(p => p.Kind != PieceKind.Gone).Select(p => p.Text)));
        }
    }

    [Fact]
    public void Long_texts_with_nothing_in_common_are_shown_whole()
    {
        var pieces = TextDifference.Of(new string('旧', 5000), new string('新', 5000));

        Assert.Equal([(PieceKind.Gone, 5000), (PieceKind.New, 5000)], pieces.Select(p => (p.Kind, p.Text.Length)));
    }

    private static string Text(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => "甲乙丙"[random.Next(3)]));
}
