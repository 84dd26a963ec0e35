using System.Security.Cryptography;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Papers;

/// <summary>Papers: signature over the bytes, numbers without gaps, receipt, and the lists of cases.</summary>
public sealed class PaperServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_signature_names_person_post_instant_and_the_hash_of_the_very_bytes()
    {
        await using var city = await TestCity.Create();
        var paper = await Issue(city);
        var kept = await city.Read(db => db.Papers.Include(p => p.Signatures).SingleAsync(p => p.Id == paper.Id, Ct));
        await using var content = city.Files.Open(kept.Sha256)!;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Ct));

        var hand = Assert.Single(kept.Signatures);
        Assert.Equal((city.Office.PersonId, city.Office.Post, city.Clock.Now, hash), (hand.PersonId, hand.Post, hand.At, hand.Sha256));
        Assert.Equal(hash, kept.Sha256);
        Assert.Equal(kept.Number, kept.Document.Number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Without_the_password_nobody_signs(string? password)
    {
        await using var city = await TestCity.Create();
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<Signing>().Confirm(city.Office, password, Ct));
        Assert.Equal(("password-wrong", "Password"), (refused.Code, refused.Field));
    }

    [Fact]
    public async Task Nobody_signs_in_another_persons_act()
    {
        await using var city = await TestCity.Create();
        var signer = await city.Get<Signing>().Confirm(city.Leader, TestSite.Password, Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Issue(city, signer: signer));
        Assert.Equal(0, await city.Read(db => db.Papers.CountAsync(Ct)));
    }

    [Fact]
    public async Task Each_kind_and_year_has_its_series_and_an_act_undone_leaves_no_gap()
    {
        await using var city = await TestCity.Create();
        Assert.Equal("督〔2018〕1号", (await Issue(city)).Number);
        await Assert.ThrowsAsync<RuleBroken>(() => Issue(city, undo: true));
        Assert.Equal("督〔2018〕2号", (await Issue(city)).Number);
        Assert.Equal("督函〔2018〕1号", (await Issue(city, PaperKind.SupervisionLetter)).Number);
        // The last evening of the year in China is still the old year there.
        city.Clock.Now = new DateTime(2018, 12, 31, 15, 59, 0, DateTimeKind.Utc);
        Assert.Equal("督〔2018〕3号", (await Issue(city)).Number);
        city.Clock.Now = new DateTime(2018, 12, 31, 16, 0, 0, DateTimeKind.Utc);
        Assert.Equal("督〔2019〕1号", (await Issue(city)).Number);
    }

    [Fact]
    public async Task Numbers_taken_at_the_same_time_are_all_there_and_none_twice()
    {
        await using var city = await TestCity.Create();
        var papers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Issue(city), Ct)));
        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"督〔2018〕{n}号"), papers.Select(p => p.Number!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_signing_for_is_the_receipt_and_only_the_unit_signs_for_it()
    {
        await using var city = await TestCity.Create();
        var paper = await Issue(city);
        var service = city.Get<PaperService>();
        Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => service.SignFor(city.Office, paper.Id, Ct))).Code);
        Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => service.SignFor(city.Contact(CityTasks.Cooperating), paper.Id, Ct))).Code);

        city.Clock.Now = city.Clock.Now.AddHours(2);
        var first = city.Clock.Now;
        await service.SignFor(city.Contact(CityTasks.Lead), paper.Id, Ct);
        city.Clock.Now = city.Clock.Now.AddHours(2);
        await service.SignFor(city.Head(CityTasks.Lead), paper.Id, Ct);
        var receipt = await city.Read(db => db.PaperReceipts.SingleAsync(Ct));
        Assert.Equal((first, city.Contact(CityTasks.Lead).Signature()), (receipt.SignedForAt, receipt.SignedForBy));
    }

    [Fact]
    public async Task The_audit_of_a_cases_paper_proves_its_words_without_saying_them()
    {
        await using var city = await TestCity.Create();
        var free = await Issue(city, PaperKind.Supervision);
        var kept = await Issue(city, PaperKind.InterviewNotice, caseId: Guid.CreateVersion7());

        Task<string> Row(Paper paper) => city.Read(db => db.AuditEntries.Where(e => e.EntityKind == nameof(Paper) && e.EntityId == paper.Id.ToString()).Select(e => e.Values).SingleAsync(Ct));

        Assert.Contains(free.Title, await Row(free), StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Title, await Row(kept), StringComparison.Ordinal);
        Assert.Contains("\"Title\":[null,\"kept-sha256:", await Row(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_of_a_case_opens_to_its_list_alone_and_every_reading_is_kept()
    {
        await using var city = await TestCity.Create();
        var caseId = Guid.CreateVersion7();
        var paper = await Issue(city, PaperKind.InterviewNotice, caseId: caseId);
        var service = city.Get<PaperService>();
        // Neither the role nor the unit it was served on opens it.
        foreach (var actor in new[] { city.Office, city.Auditor, city.Contact(CityTasks.Lead) })
        {
            Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => service.Open(actor, paper.Id, true, Ct))).Code);
        }

        await city.Transact.Run(city.Leader, "测试数据", (db, _) => CaseAccess.Admit(db, caseId, [city.Head(CityTasks.Lead).PersonId], "被约谈人", Ct), Ct);
        Assert.Equal(paper.Number, (await service.Open(city.Head(CityTasks.Lead), paper.Id, true, Ct)).Card.Number);
        await service.Open(city.Head(CityTasks.Lead), paper.Id, false, Ct);
        var readings = await city.Read(db => db.CaseReadings.OrderBy(r => r.Id).ToListAsync(Ct));
        Assert.Equal(["下载 约〔2018〕1号", "查阅 约〔2018〕1号"], readings.Select(r => r.What));
        Assert.All(readings, r => Assert.Equal(city.Head(CityTasks.Lead).Signature(), r.Reader));
        Assert.Empty(await city.Get<PaperQueries>().Of(city.Head(CityTasks.Lead), "Test", paper.SubjectId, Ct));
    }

    private static async Task<Paper> Issue(
        TestCity city, PaperKind kind = PaperKind.Supervision, bool undo = false, Guid? caseId = null, ConfirmedSigner? signer = null)
    {
        signer ??= await city.Get<Signing>().Confirm(city.Office, TestSite.Password, Ct);
        return await city.Transact.Run(city.Office, "签发文书", async (db, _) =>
        {
            var paper = await city.Get<PaperPress>().Issue(
                db, signer, new PaperOrder(kind, "Test", Guid.CreateVersion7(), [city.Unit(CityTasks.Lead).Id]) { CaseId = caseId },
                number => new PaperDocument { Kind = kind, Title = "关于限期办结的通知", Number = number }, Ct);
            return undo ? throw RuleBroken.Missing() : paper;
        }, Ct);
    }
}
