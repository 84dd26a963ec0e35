using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Proposals of an edition about the story's signed task, laid down when a test asks for one of a kind that there is not.</summary>
internal static class StoryRevisions
{
    public const string Wording = "按新版方案办理。";

    public static async Task<RevisionProposal> Revision(this StoryCity story, RevisionKind kind)
    {
        if (await story.City.Read(db => Open(db.RevisionProposals, kind)) is { } there)
        {
            return there;
        }

        var task = await story.Task(StoryCity.Signed);
        var measure = await story.City.Read(db => db.Measures.AsNoTracking().SingleAsync(m => m.Id == task.MeasureId, TestCity.Ct));
        var version = await story.City.Read(db => db.PlanVersions.AsNoTracking().SingleAsync(v => v.Id == measure.PlanVersionId, TestCity.Ct));
        var names = await story.City.Read(db => db.Units.ToDictionaryAsync(u => u.Id, u => new UnitName(u.Id, u.Name), TestCity.Ct));
        var (was, asked) = Facts(task, kind, names, names[story.City.Unit(StoryCity.Bystander).Id]);
        await story.City.Lay(db => db.Add(new RevisionProposal(version, kind, measure, measure.Id, kind == RevisionKind.Issue ? 2019 : task.Year, was, asked, story.City.Clock.Now)
        {
            TaskId = kind == RevisionKind.Issue ? null : task.Id,
        }));
        return (await story.City.Read(db => Open(db.RevisionProposals, kind)))!;
    }

    private static Task<RevisionProposal?> Open(IQueryable<RevisionProposal> proposals, RevisionKind kind) =>
        proposals.AsNoTracking().Where(p => p.Kind == kind && p.State == RevisionState.Open).OrderBy(p => p.MadeAt).FirstOrDefaultAsync(TestCity.Ct);

    private static (RevisionFacts Was, RevisionFacts Asked) Facts(AnnualTask task, RevisionKind kind, Dictionary<Guid, UnitName> names, UnitName bystander)
    {
        var lead = names[task.LeadUnitId];
        var cooperating = RevisionFacts.CooperatingOf(task).Select(id => names[id]).ToList();
        var text = new TaskText(task.Title, Wording, task.Criteria);
        var later = task.CurrentDueOn.AddDays(10);
        return kind switch
        {
            RevisionKind.DueDay => (new() { DueOn = task.CurrentDueOn }, new() { DueOn = later }),
            RevisionKind.Lead => (new() { Lead = lead }, new() { Lead = bystander }),
            RevisionKind.Cooperating => (new() { Cooperating = cooperating }, new() { Cooperating = [bystander] }),
            RevisionKind.Content => (new() { Text = task.Text }, new() { Text = text }),
            RevisionKind.Withdrawal => (new() { State = task.State, Lead = lead }, new() { State = TaskState.Withdrawn }),
            RevisionKind.Reissue => (
                new() { Text = task.Text, Lead = lead, Cooperating = cooperating, DueOn = task.CurrentDueOn },
                new() { Text = text, Lead = cooperating[0], Cooperating = [lead], DueOn = later }),
            RevisionKind.Issue => (new(), new() { Text = text, Leads = [lead], DueOn = new DateOnly(2019, 12, 31) }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
