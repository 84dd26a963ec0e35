using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Equalization.Workflow.Tests.Searches;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("督〔2026〕３号", "督(2026)3号")]
    [InlineData("ＡＢc　“甲”「乙」", "abc \"甲\"\"乙\"")]
    [InlineData("［一］—二、三。", "(一)-二,三.")]
    public void Forms_of_one_character_count_as_one_and_stay_in_their_place(string written, string compared)
    {
        Assert.Equal(compared, SearchText.Normalise(written));
        Assert.Equal(written.Length, compared.Length);
    }

    [Fact]
    public void A_query_is_its_words_each_once() => Assert.Equal(["大班额", "学位"], SearchText.Terms("  大班额　学位\t大班额 \r\n"));

    [Fact]
    public void Characters_without_width_count_neither_in_a_query_nor_in_a_text_and_are_marked_along()
    {
        Assert.Equal(["大班额"], SearchText.Terms("\uFEFF大班\u200B额 \u200D"));
        Assert.Equal("大班额", SearchText.Searched("大\u00AD班\u200B额"));
        Assert.Equal([new SearchRun("新增", false), new SearchRun("学\u200B位", true), new SearchRun("\u200B。", false)], SearchText.Mark("新增学\u200B位\u200B。", ["学位"]));
    }

    [Fact]
    public void A_long_text_is_searched_up_to_a_whole_character()
    {
        var searched = SearchText.Searched("甲" + string.Concat(Enumerable.Repeat("𠮷", SearchText.LongestText / 2)));

        Assert.Equal(SearchText.LongestText - 1, searched.Length);
        Assert.True(char.IsLowSurrogate(searched[^1]));
    }

    /// <summary>Words of one or two characters are not compared, so their grams decide.</summary>
    [Fact]
    public void However_long_a_query_is_its_short_words_keep_all_their_grams() => Prop.ForAll(Arbitrary(), query =>
    {
        var terms = SearchText.Terms("校 " + query + " 学位");

        Assert.Empty(terms.Where(SearchText.IsExact).SelectMany(t => SearchText.QueryGrams([t])).Except(SearchText.QueryGrams(terms)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_are_marked_where_they_stand_even_over_one_another() =>
        Assert.Equal(
            [new SearchRun("新增", false), new SearchRun("学位2000个", true), new SearchRun("。", false)],
            SearchText.Mark("新增学位２０００个。".Replace("２０００", "2000", StringComparison.Ordinal), ["学位2", "位2000个"]));

    [Fact]
    public void An_excerpt_holds_the_first_word_and_cuts_no_character_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 200)) + "学位" + string.Concat(Enumerable.Repeat("𠮷", 200));
        for (var length = 40; length < 60; length++)
        {
            var excerpt = SearchText.Excerpt(text, ["学位"], length);
            Assert.Contains("学位", excerpt, StringComparison.Ordinal);
            Assert.False(char.IsLowSurrogate(excerpt[1]));
            Assert.False(char.IsHighSurrogate(excerpt[^2]));
        }
    }

    /// <summary>Every text with the words has the grams of the query: the index may find too much, never too little.</summary>
    [Fact]
    public void What_has_the_words_has_the_grams() => Prop.ForAll(Arbitrary(), Arbitrary(), Arb.From(Gen.Choose(0, 30)), (text, query, from) =>
    {
        var normalised = SearchText.Searched(text);
        var cut = from < text.Length ? text[from..Math.Min(text.Length, from + 7)] : query;
        foreach (var terms in new[] { SearchText.Terms(query), SearchText.Terms(cut) })
        {
            if (terms.Count > 0 && terms.All(t => normalised.Contains(t, StringComparison.Ordinal)))
            {
                Assert.Empty(SearchText.QueryGrams(terms).Except(SearchText.GramsOf(normalised)));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_set_reads_back_as_it_was_written() => Prop.ForAll(Arb.From(Gen.Choose(0, 9000).ListOf()), numbers =>
    {
        var written = new DocSet();
        foreach (var number in numbers)
        {
            written.Add(number);
        }

        var read = new DocSet();
        foreach (var chunk in written.Chunks)
        {
            read.Read(chunk, written.Write(chunk));
        }

        Assert.Equal(numbers.Distinct().OrderDescending(), read.Descending(0, 9001));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(127, 254)]
    [InlineData(128, 256)]
    [InlineData(2048, 256)]
    public void Few_numbers_are_listed_and_many_are_bits(int count, int length)
    {
        var set = new DocSet();
        foreach (var number in Enumerable.Range(0, count))
        {
            set.Add(number);
        }

        Assert.Equal(length, set.Write(0).Length);
        var read = new DocSet();
        read.Read(0, set.Write(0));
        Assert.Equal(count, read.Count);
    }

    private static Arbitrary<string> Arbitrary() => RandomChinese.Text(40);
}
