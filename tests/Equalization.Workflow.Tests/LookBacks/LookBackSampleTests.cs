using System.Security.Cryptography;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using FsCheck;
using FsCheck.Fluent;

namespace Equalization.Workflow.Tests.LookBacks;

/// <summary>The drawing by lot, from values alone.</summary>
public sealed class LookBackSampleTests
{
    private static readonly DateTime Now = new(2018, 7, 2, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Anybody_gets_the_same_from_seed_and_list() => Prop.ForAll(Lists, Gen.Choose(0, 20).ToArbitrary(), (list, size) =>
    {
        const string seed = "00112233445566778899aabbccddeeff";
        var own = list.Select(n => (n, Key: Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\n" + n)))))
            .OrderBy(x => x.Key, StringComparer.Ordinal).Take(size).Select(x => x.n);
        return LookBackSample.Draw(seed, list, size).SequenceEqual(own) && LookBackSample.Draw(seed, list.Reverse(), size).SequenceEqual(own);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_number_is_drawn_oftener_than_its_share()
    {
        string[] list = [.. Enumerable.Range(1, 20).Select(n => $"销2018-{n:0000}")];
        var drawn = Enumerable.Range(0, 2000).SelectMany(n => LookBackSample.Draw($"{n:x32}", list, 5)).CountBy(n => n).ToDictionary();

        // A quarter of 2,000 drawings, give or take five standard deviations.
        Assert.All(list, n => Assert.InRange(drawn[n], 400, 600));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(100, 10)]
    [InlineData(101, 11)]
    public void A_tenth_is_rounded_up_and_at_least_one(int list, int size) => Assert.Equal(size, LookBackRules.Default(Guid.Empty, Now).SizeOf(list));

    [Theory]
    [InlineData(0, 1, 20, "look-back-share")]
    [InlineData(101, 1, 20, "look-back-share")]
    [InlineData(10, -1, 20, "look-back-least")]
    [InlineData(10, 1, 0, "look-back-term")]
    public void Rules_that_make_no_sense_are_refused(int share, int least, int term, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBroken>(() => new LookBackRules(Guid.Empty, 1, ReportCycle.Quarter, share, least, term, null, "王", Now)).Code);

    private static Arbitrary<string[]> Lists => Gen.Choose(0, 60).Select(n => Enumerable.Range(1, n).Select(i => $"销2018-{i:0000}").ToArray()).ToArbitrary();
}
