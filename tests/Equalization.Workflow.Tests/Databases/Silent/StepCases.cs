using System.Reflection;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities.Steps;
using Equalization.Workflow.Core.Accreditations.Steps;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Steps;
using Equalization.Workflow.Core.Deadlines.Steps;
using Equalization.Workflow.Core.Escalations.Steps;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.Steps;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Instructions.Steps;
using Equalization.Workflow.Core.Progress.Steps;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Requests.Steps;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>What each of the product's own activities is given when it is run by itself on the silent server. Two have no case and are named below.</summary>
public static class StepCases
{
    public static IReadOnlyDictionary<string, Func<StoryCity, Task<object>>> Inputs { get; } = new Dictionary<string, Func<StoryCity, Task<object>>>
    {
        [nameof(CheckSignFor)] = s => Task(s, StoryCity.Issued),
        [nameof(NextSignTerm)] = s => Task(s, StoryCity.Issued),
        [nameof(LapseSignFor)] = s => Task(s, StoryCity.Issued),
        [nameof(CheckWork)] = s => Task(s, StoryCity.Signed),
        [nameof(PassDueDay)] = s => Task(s, StoryCity.Late),
        [nameof(NextReport)] = s => Task(s, StoryCity.Signed),
        [nameof(BookSilence)] = s => Task(s, StoryCity.Signed),
        [nameof(CheckHelp)] = Help,
        [nameof(TellHelpOwner)] = Help,
        [nameof(LapseHelp)] = Help,
        [nameof(TellInstruction)] = Instructed,
        [nameof(CheckInstruction)] = Instructed,
        [nameof(RemindInstruction)] = Instructed,
        [nameof(LapseInstruction)] = Instructed,
        [nameof(TellRequest)] = Requested,
        [nameof(CheckRequest)] = Requested,
        [nameof(RemindRequest)] = Requested,
        [nameof(LapseRequest)] = Requested,
        [nameof(CheckExtension)] = Extension,
        [nameof(TellExtension)] = Extension,
        [nameof(LapseReply)] = Extension,
        ["TellReviewers"] = s => Task(s, StoryCity.CompletionAtOffice),
        ["CheckReview"] = s => Task(s, StoryCity.CompletionAtOffice),
        ["LapseReview"] = s => Task(s, StoryCity.CompletionAtOffice),
        [nameof(OpenEscalation)] = s => Task(s, StoryCity.Late),
        [nameof(CheckSettled)] = s => Ladder(s, StoryCity.Late),
        [nameof(UrgeLead)] = s => Ladder(s, StoryCity.Approved),
        [nameof(CheckSupervision)] = s => Ladder(s, StoryCity.Late),
        [nameof(CheckLadder)] = s => Ladder(s, StoryCity.Approved),
        [nameof(ProposeRung)] = async s => new RungInput((await s.Matter(StoryCity.Approved)).Id, "Letter"),
        [nameof(LapseSupervision)] = s => Ladder(s, StoryCity.Approved),
        [nameof(CheckBulletin)] = InCheck,
        [nameof(EndFactCheck)] = InCheck,
        [nameof(CheckInterview)] = s => Interview(s, InterviewState.FollowUp),
        [nameof(TellUnrecorded)] = async s => new InterviewInput((await s.InterviewPassed()).Id),
        [nameof(EndMinutesCheck)] = s => Interview(s, InterviewState.Minuted),
        [nameof(TellFollowUps)] = s => Interview(s, InterviewState.FollowUp),
        [nameof(CheckAccountability)] = Case,
        [nameof(CheckHandOns)] = Case,
        [nameof(EndStatement)] = Case,
        [nameof(LapseCaseTerm)] = Case,
        [nameof(SettleCase)] = Case,
        [nameof(CheckAccreditation)] = Accredited,
        [nameof(TellAccreditation)] = Accredited,
    };

    /// <summary>TaskSubject asks the database nothing. ProposeSupervision wants a ladder without a proposal, which the story does not have: it is not covered here.</summary>
    private static readonly string[] Elsewhere = [nameof(TaskSubject), nameof(ProposeSupervision)];

    public static IEnumerable<string> WithoutCase => Activities.All.Select(t => t.Name).Except(Inputs.Keys).Except(Elsewhere);

    /// <summary>Runs one activity past the engine, in a transaction as it would give it.</summary>
    public static async Task Run(IServiceProvider services, string name, object input, Core.Units.Actor actor)
    {
        var type = Activities.All.Single(t => t.Name == name);
        var step = ActivatorUtilities.CreateInstance(services, type);
        var run = type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
            .Concat(type.BaseType!.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic))
            .First(m => m.Name == "Run" && m.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }, _, _]
                        && first == input.GetType() && second == typeof(WorkflowDb));
        await services.GetRequiredService<Transact>().Run(
            actor, "流程定时推进", (db, act) => (Task)run.Invoke(step, [input, db, act.At, TestCity.Ct])!, TestCity.Ct);
    }

    private static async Task<object> Task(StoryCity story, string title) => new TaskInput((await story.Task(title)).Id);

    private static async Task<object> InCheck(StoryCity story) => new BulletinInput((await story.Bulletin(BulletinState.FactCheck)).Id);

    private static async Task<object> Interview(StoryCity story, InterviewState state) => new InterviewInput((await story.Interview(state)).Id);
    private static async Task<object> Case(StoryCity story) => new CaseInput((await story.CaseIn(Core.Accountabilities.CaseState.Told)).Id);

    private static async Task<object> Accredited(StoryCity story) => new AccreditationInput((await story.Accreditation()).Id);

    private static async Task<object> Help(StoryCity story) => new HelpInput((await story.Help()).Id);

    private static async Task<object> Instructed(StoryCity story) => new InstructionInput((await story.Instruction(InstructionState.Open)).Id);

    private static async Task<object> Requested(StoryCity story) => new UnitRequestInput((await story.Request(RequestKind.Help)).Id);

    private static async Task<object> Extension(StoryCity story) => new ExtensionInput((await story.Extension(StoryCity.ExtensionAtOffice)).Id);

    private static async Task<object> Ladder(StoryCity story, string title) => new LadderInput((await story.Paper(title)).EscalationId);
}
