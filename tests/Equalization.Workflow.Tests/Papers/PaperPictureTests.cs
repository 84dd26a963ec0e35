using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Papers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Papers;

/// <summary>Papers as another program prints them, measured on the picture. The README's pictures are kept in docs/ when EQUALIZATION_PICTURES is set to 1.</summary>
public sealed class PaperPictureTests
{
    private const int DotsAnInch = 60;
    private const double DotsAMillimetre = DotsAnInch / 25.4;

    [Fact]
    public async Task Ink_keeps_to_the_text_area_but_for_the_page_number()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        foreach (var paper in new[] { PaperSamples.Notice(), PaperSamples.Bulletin(), PaperSamples.Upwards(1500) })
        {
            foreach (var page in await Office.Pictures(new PaperRenderer().Render(paper), "docx", DotsAnInch))
            {
                var ink = page.Dots(d => d.Red + d.Green + d.Blue < 384).ToList();

                Assert.NotEmpty(ink);
                Assert.InRange(ink.Min(d => d.X) / DotsAMillimetre, 27, 210);
                Assert.InRange(ink.Max(d => d.X) / DotsAMillimetre, 0, 210 - 25);
                Assert.InRange(ink.Min(d => d.Y) / DotsAMillimetre, 36, 297);
                Assert.InRange(ink.Max(d => d.Y) / DotsAMillimetre, 297 - 35, 297 - 20);
            }
        }
    }

    [Fact]
    public async Task The_red_line_runs_over_the_whole_text_area_under_the_red_head()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        var page = (await Office.Pictures(new PaperRenderer().Render(PaperSamples.Bulletin()), "docx", DotsAnInch))[0];
        var red = page.Dots(d => d.Red > 150 && d.Green < 110 && d.Blue < 110).ToLookup(d => d.Y, d => d.X);
        var line = red.MaxBy(row => row.Count())!;

        Assert.InRange(line.Count() / DotsAMillimetre, 154, 158);
        Assert.InRange(red.Min(row => row.Key) / DotsAMillimetre, 37 + 33, 37 + 50);
        Assert.True(red.Max(row => row.Key) <= line.Key + 2);
    }

    [Fact]
    public async Task Pictures_for_the_README_can_be_taken()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        (PaperDocument Paper, string Name)[] papers =
            [(PaperSamples.Notice(), "paper-notice"), (PaperSamples.Bulletin(), "paper-bulletin"), (await Assessment(), "paper-assessment"), .. await Cases()];
        foreach (var (paper, name) in papers)
        {
            var png = await Office.Png(new PaperRenderer().Render(paper), "docx", DotsAnInch);
            Assert.NotEmpty(png);
            if (Environment.GetEnvironmentVariable("EQUALIZATION_PICTURES") == "1")
            {
                await File.WriteAllBytesAsync(Repository.PathOf("docs", name + ".png"), png, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>The story city's result, as it is served when it is sealed.</summary>
    private static async Task<PaperDocument> Assessment()
    {
        await using var story = await StoryCity.Create();
        var (city, assessment) = (story.City, await story.Assessment());
        city.Clock.SetDay(assessment.ObjectionsUntil.AddDays(1));
        await city.Get<AssessmentService>().Seal(city.Office, assessment.Id, assessment.Version, TestSite.Password, TestContext.Current.CancellationToken);
        return (await city.Read(db => db.Papers.AsNoTracking().SingleAsync(p => p.Kind == PaperKind.Assessment))).Document;
    }

    /// <summary>An interview and a case of the story city as they were signed.</summary>
    private static async Task<(PaperDocument Paper, string Name)[]> Cases()
    {
        await using var story = await StoryCity.Create();
        await story.Interview(InterviewState.FollowUp);
        await story.CaseIn(CaseState.Decided);
        var papers = await story.City.Read(db => db.Papers.AsNoTracking().Where(p => p.CaseId != null).OrderBy(p => p.IssuedAt).ToListAsync(TestContext.Current.CancellationToken));
        return
        [
            .. from kept in new[]
               {
                   (PaperKind.InterviewNotice, "paper-interview-notice"), (PaperKind.InterviewMinutes, "paper-interview-minutes"),
                   (PaperKind.AccountabilityNotice, "paper-accountability-notice"), (PaperKind.AccountabilityDecision, "paper-accountability-decision"),
               }
               select (papers.First(p => p.Kind == kept.Item1).Document, kept.Item2),
        ];
    }
}
