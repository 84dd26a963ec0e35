using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Accreditations.Schedules;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Coverage;
using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Public;
using Equalization.Workflow.Core.Bulletins.Rules;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Rehearsals;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Desks.Burdens;
using Equalization.Workflow.Core.Desks.Starts;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Explanations;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Reductions;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Infrastructure.Papers;
using Equalization.Workflow.Infrastructure.Previews;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web;

/// <summary>The services and queries of the domain, one line each in the slices' order. They hold only singletons and are singletons.</summary>
public static class Services
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(ActorQueries),
        typeof(UnitQueries),
        typeof(UnitService),
        typeof(PeopleService),
        typeof(ContactService),
        typeof(WorkingCalendars),
        typeof(CalendarQueries),
        typeof(DemonstrationService),
        typeof(AuditQueries),
        typeof(ExportService),
        typeof(NoticeQueries),
        typeof(MailQueries),
        typeof(MailService),
        typeof(BroughtTables),
        typeof(RosterService),
        typeof(RosterQueries),
        typeof(DeputyService),
        typeof(DeputyQueries),
        typeof(DefinitionFiles),
        typeof(ProcessTimers),
        typeof(ProcessAdoption),
        typeof(DefinitionShelf),
        typeof(ProcessQueries),
        typeof(ProcessService),
        typeof(JobService),
        typeof(JobLeaderService),
        typeof(JobQueries),
        typeof(SchoolImportService),
        typeof(SchoolEntryService),
        typeof(SchoolQueries),
        typeof(LocalStandardService),
        typeof(LocalStandardQueries),
        typeof(CountyShelf),
        typeof(CountyQueries),
        typeof(RebalancingService),
        typeof(RebalancingRetention),
        typeof(RebalancingQueries),
        typeof(MoveTaskService),
        typeof(MoveTaskQueries),
        typeof(PlanQueries),
        typeof(PlanService),
        typeof(MeasureService),
        typeof(MeasureUnitService),
        typeof(TargetService),
        typeof(BreakdownService),
        typeof(BreakdownQueries),
        typeof(EditionQueries),
        typeof(EditionService),
        typeof(EditionTaskQueries),
        typeof(NoticeService),
        typeof(RuleBook),
        typeof(CoverageQueries),
        typeof(IssueQueries),
        typeof(IssueService),
        typeof(SignForService),
        typeof(RiskService),
        typeof(ClassService),
        typeof(RecurrenceService),
        typeof(RecurrenceIssueService),
        typeof(RecurrenceQueries),
        typeof(TaskQueries),
        typeof(TaskFilterQueries),
        typeof(ReportService),
        typeof(ReportQueries),
        typeof(EvidenceService),
        typeof(EvidenceQueries),
        typeof(FilePreviewReader),
        typeof(HelpService),
        typeof(HelpQueries),
        typeof(InstructionService),
        typeof(InstructionQueries),
        typeof(RequestService),
        typeof(RequestQueries),
        typeof(SharedReportService),
        typeof(DuplicateQueries),
        typeof(GapRegisterService),
        typeof(LedgerService),
        typeof(SchoolKeepingService),
        typeof(GapQueries),
        typeof(TieService),
        typeof(TieQueries),
        typeof(ChainQueries),
        typeof(ReductionService),
        typeof(ReductionQueries),
        typeof(ExtensionService),
        typeof(ExtensionQueries),
        typeof(SweepService),
        typeof(ReminderRuleService),
        typeof(ReminderRuleQueries),
        typeof(RehearsalQueries),
        typeof(DigestQueries),
        typeof(ReminderService),
        typeof(CalendarPreviewQueries),
        typeof(CalendarChangeService),
        typeof(CompletionService),
        typeof(CompletionQueries),
        typeof(AmendmentService),
        typeof(HeldAdoption),
        typeof(ReplacementService),
        typeof(AmendmentQueries),
        typeof(RevisionService),
        typeof(RevisionQueries),
        typeof(SnapshotService),
        typeof(SnapshotQueries),
        typeof(ClockQueries),
        typeof(Signing),
        typeof(PaperPress),
        typeof(PaperService),
        typeof(PaperQueries),
        typeof(UrgeService),
        typeof(UrgeQueries),
        typeof(LadderRuleService),
        typeof(LadderRuleQueries),
        typeof(ProposalService),
        typeof(LadderService),
        typeof(SupervisionService),
        typeof(SupervisionQueries),
        typeof(LookBackService),
        typeof(LookBackQueries),
        typeof(DrawCheckQueries),
        typeof(WhyQueries),
        typeof(BulletinService),
        typeof(BulletinCheckService),
        typeof(BulletinIssueService),
        typeof(BulletinQueries),
        typeof(InterviewService),
        typeof(InterviewIssueService),
        typeof(InterviewMeetingService),
        typeof(FollowUpService),
        typeof(InterviewRuleService),
        typeof(InterviewQueries),
        typeof(InterviewFiles),
        typeof(BulletinRuleService),
        typeof(PublicBulletinQueries),
        typeof(CaseFiles),
        typeof(AccountabilityService),
        typeof(DecisionService),
        typeof(RemedyService),
        typeof(HandOnService),
        typeof(CaseFileService),
        typeof(CaseReminderService),
        typeof(AccountabilityRuleService),
        typeof(AccountabilityQueries),
        typeof(AssessmentRuleService),
        typeof(AssessmentService),
        typeof(AssessmentQueries),
        typeof(AccreditationService),
        typeof(AccreditationQueries),
        typeof(EvaluationService),
        typeof(EvaluationQueries),
        typeof(ProblemService),
        typeof(ProblemQueries),
        typeof(ProblemGapService),
        typeof(ProblemGapQueries),
        typeof(ScheduleService),
        typeof(ScheduleQueries),
        typeof(HandoverService),
        typeof(HandoverQueries),
        typeof(BatchService),
        typeof(SearchIndexService),
        typeof(SearchQueries),
        typeof(SavedFilterService),
        typeof(SavedFilterQueries),
        typeof(TaskFileQueries),
        typeof(BurdenQueries),
        typeof(StartQueries),
        typeof(WorkQueries),
        typeof(BoardQueries),
        typeof(LeaderQueries),
        typeof(LedgerQueries),
        typeof(LedgerReturnService),
        typeof(LedgerReturnQueries),
        typeof(PackQueries),
        typeof(MonitoringQueries),
        typeof(SelfInspectionQueries),
        typeof(PeriodReportQueries),
        typeof(ProcessFileQueries),
    ];

    public static IServiceCollection AddDomain(this IServiceCollection services)
    {
        foreach (var type in All)
        {
            services.AddSingleton(type);
        }

        services.AddSingleton<TaskEnding>(Withdrawals.LetGo);
        services.AddSingleton<UnitDuties>(OpenDuties.Of);
        services.AddSingleton<EditionInForce>(RevisionBook.Make);

        services.AddSingleton<ReadTable>(TableFileReader.Read);
        services.AddSingleton<BatchProgress>();
        services.AddSingleton<PlanReadings>();
        services.AddSingleton<HeldUserNames>(AccountQueries.Held);
        services.AddSingleton<IPaperRenderer, PaperRenderer>();
        services.AddSingleton(PaperTemplates.None);
        services.AddSingleton(new RebalancingStay(RebalancingStay.DefaultDays));
        services.AddSingleton<TimerPreparation>(LadderReading.Prepare);
        // Built when first asked for: activities may hold services of the domain.
        services.AddSingleton(provider => Activities.All.Aggregate(
            new ActivityRegistry(), (registry, type) => registry.Add((Activity)ActivatorUtilities.CreateInstance(provider, type))));
        services.AddSingleton<IWorkflowEngine>(provider => new EmbeddedEngine(
            provider.GetRequiredService<ActivityRegistry>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<EngineOptions>()));
        return services;
    }
}
