using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equalization.Workflow.Infrastructure.Databases.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "StepReturns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignInName",
                table: "People",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DroppedAt",
                table: "BulletinLines",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DroppedBecause",
                table: "BulletinLines",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DroppedBy",
                table: "BulletinLines",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "StepId",
                table: "BulletinLines",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TaskId",
                table: "BulletinLines",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CodeExpiresAt",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountabilityRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountabilityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deputies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SetBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deputies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deputies_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deputies_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromPostId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromPersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    ToPostId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToPersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Refusal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_Memberships_FromPostId",
                        column: x => x.FromPostId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_Memberships_ToPostId",
                        column: x => x.ToPostId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Instructions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OwnerUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedWith = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    RemindedFor = table.Column<DateOnly>(type: "date", nullable: true),
                    LapsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instructions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Instructions_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Instructions_Units_OwnerUnitId",
                        column: x => x.OwnerUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    NoticeAheadDays = table.Column<int>(type: "int", nullable: false),
                    HoldWithinDays = table.Column<int>(type: "int", nullable: false),
                    ReportWorkingDays = table.Column<int>(type: "int", nullable: false),
                    PlanDays = table.Column<int>(type: "int", nullable: false),
                    ConfirmWorkingDays = table.Column<int>(type: "int", nullable: false),
                    RemindWorkingDays = table.Column<int>(type: "int", nullable: false),
                    OpensAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    ClosesAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    HeadsOnly = table.Column<bool>(type: "bit", nullable: false),
                    DeputyAllowed = table.Column<bool>(type: "bit", nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Triggers = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    NoShowText = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Interviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RulesNumber = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StepId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SummonedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SummonedName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    SummonedPost = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Trigger = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Matter = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    MeetsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Callers = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Materials = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Contact = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DeputyMay = table.Column<bool>(type: "bit", nullable: false),
                    SentBackBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SignedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attendees = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Deputy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Recorder = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Statement = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Explanation = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Demands = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Reply = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    MinutesNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    MinutesPaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConfirmDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Check = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    CheckedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Objection = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ObjectionAnswer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBecause = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interviews_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interviews_EscalationSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "EscalationSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interviews_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Sha256 = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BroughtBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Added = table.Column<int>(type: "int", nullable: false),
                    Changed = table.Column<int>(type: "int", nullable: false),
                    LeftOut = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterFiles_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterFiles_StoredFiles_Sha256",
                        column: x => x.Sha256,
                        principalTable: "StoredFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Done = table.Column<int>(type: "int", nullable: false),
                    ShownAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInSheets_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StepFacts",
                columns: table => new
                {
                    StepId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Values = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepFacts", x => x.StepId);
                    table.ForeignKey(
                        name: "FK_StepFacts_EscalationSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "EscalationSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountabilityCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StepId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RulesId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Trigger = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    InquiryFromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Finding = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Basis = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ProposedForm = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Grounds = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    GroundsText = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoticeNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    NoticePaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SilentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Opinion = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    OpinionAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProposalNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ProposalPaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedFor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    BodyNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionFacts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    DecisionBasis = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DecidedForm = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    DecisionPaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Standing = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    RepeatOfId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RepeatNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    RepeatDay = table.Column<int>(type: "int", nullable: true),
                    Range = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TaskSettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TaskSettledBecause = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ClosedBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountabilityCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountabilityCases_AccountabilityRules_RulesId",
                        column: x => x.RulesId,
                        principalTable: "AccountabilityRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountabilityCases_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountabilityCases_EscalationSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "EscalationSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountabilityCases_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountabilityTerm",
                columns: table => new
                {
                    RulesId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountabilityTerm", x => new { x.RulesId, x.Kind });
                    table.ForeignKey(
                        name: "FK_AccountabilityTerm_AccountabilityRules_RulesId",
                        column: x => x.RulesId,
                        principalTable: "AccountabilityRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandoverItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HandoverId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoverItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandoverItems_Handovers_HandoverId",
                        column: x => x.HandoverId,
                        principalTable: "Handovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InstructionTurn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstructionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AnsweredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    NewDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstructionTurn", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InstructionTurn_Instructions_InstructionId",
                        column: x => x.InstructionId,
                        principalTable: "Instructions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InterviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    To = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Because = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewChanges_Interviews_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewFollowUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InterviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TermSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Report = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ReportedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnedBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ReturnCount = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OverdueToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewFollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewFollowUps_Interviews_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInStrips",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SheetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    IsDone = table.Column<bool>(type: "bit", nullable: false),
                    SealedCode = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Refusal = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInStrips", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInStrips_SignInSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "SignInSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ContentType = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Sha256 = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDocuments_AccountabilityCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccountabilityCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseStatements_AccountabilityCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccountabilityCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Remedies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Grounds = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    AnsweredFor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AnswerText = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CorrectionDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CorrectionText = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    CorrectedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    CorrectedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Remedies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Remedies_AccountabilityCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccountabilityCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_StepId",
                table: "BulletinLines",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_TaskId",
                table: "BulletinLines",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityCases_JurisdictionId_State",
                table: "AccountabilityCases",
                columns: new[] { "JurisdictionId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityCases_RulesId",
                table: "AccountabilityCases",
                column: "RulesId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityCases_StepId",
                table: "AccountabilityCases",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityCases_TaskId",
                table: "AccountabilityCases",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityCases_UnitId_DecidedOn",
                table: "AccountabilityCases",
                columns: new[] { "UnitId", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityRules_JurisdictionId_Number",
                table: "AccountabilityRules",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseDocuments_CaseId_Position",
                table: "CaseDocuments",
                columns: new[] { "CaseId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseStatements_CaseId",
                table: "CaseStatements",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_JurisdictionId_ToOn",
                table: "Deputies",
                columns: new[] { "JurisdictionId", "ToOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_MembershipId",
                table: "Deputies",
                column: "MembershipId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_PersonId_ToOn",
                table: "Deputies",
                columns: new[] { "PersonId", "ToOn" });

            migrationBuilder.CreateIndex(
                name: "IX_HandoverItems_HandoverId",
                table: "HandoverItems",
                column: "HandoverId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_FromPostId",
                table: "Handovers",
                column: "FromPostId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_JurisdictionId_OpenedAt",
                table: "Handovers",
                columns: new[] { "JurisdictionId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_ToPostId",
                table: "Handovers",
                column: "ToPostId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_UnitId",
                table: "Handovers",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Instructions_JurisdictionId_State_AnswerDueOn",
                table: "Instructions",
                columns: new[] { "JurisdictionId", "State", "AnswerDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Instructions_OwnerUnitId_State",
                table: "Instructions",
                columns: new[] { "OwnerUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Instructions_TaskId",
                table: "Instructions",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_InstructionTurn_InstructionId",
                table: "InstructionTurn",
                column: "InstructionId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewChanges_InterviewId",
                table: "InterviewChanges",
                column: "InterviewId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewFollowUps_InterviewId_State",
                table: "InterviewFollowUps",
                columns: new[] { "InterviewId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_InterviewRules_JurisdictionId_Number",
                table: "InterviewRules",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_JurisdictionId_State",
                table: "Interviews",
                columns: new[] { "JurisdictionId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_StepId",
                table: "Interviews",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_TaskId",
                table: "Interviews",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_UnitId",
                table: "Interviews",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Remedies_CaseId_Kind",
                table: "Remedies",
                columns: new[] { "CaseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RosterFiles_JurisdictionId_BroughtAt",
                table: "RosterFiles",
                columns: new[] { "JurisdictionId", "BroughtAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterFiles_Sha256",
                table: "RosterFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSheets_JurisdictionId_AskedAt",
                table: "SignInSheets",
                columns: new[] { "JurisdictionId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInStrips_SheetId_IsDone_Position",
                table: "SignInStrips",
                columns: new[] { "SheetId", "IsDone", "Position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountabilityTerm");

            migrationBuilder.DropTable(
                name: "CaseDocuments");

            migrationBuilder.DropTable(
                name: "CaseStatements");

            migrationBuilder.DropTable(
                name: "Deputies");

            migrationBuilder.DropTable(
                name: "HandoverItems");

            migrationBuilder.DropTable(
                name: "InstructionTurn");

            migrationBuilder.DropTable(
                name: "InterviewChanges");

            migrationBuilder.DropTable(
                name: "InterviewFollowUps");

            migrationBuilder.DropTable(
                name: "InterviewRules");

            migrationBuilder.DropTable(
                name: "Remedies");

            migrationBuilder.DropTable(
                name: "RosterFiles");

            migrationBuilder.DropTable(
                name: "SignInStrips");

            migrationBuilder.DropTable(
                name: "StepFacts");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "Instructions");

            migrationBuilder.DropTable(
                name: "Interviews");

            migrationBuilder.DropTable(
                name: "AccountabilityCases");

            migrationBuilder.DropTable(
                name: "SignInSheets");

            migrationBuilder.DropTable(
                name: "AccountabilityRules");

            migrationBuilder.DropIndex(
                name: "IX_BulletinLines_StepId",
                table: "BulletinLines");

            migrationBuilder.DropIndex(
                name: "IX_BulletinLines_TaskId",
                table: "BulletinLines");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "StepReturns");

            migrationBuilder.DropColumn(
                name: "SignInName",
                table: "People");

            migrationBuilder.DropColumn(
                name: "DroppedAt",
                table: "BulletinLines");

            migrationBuilder.DropColumn(
                name: "DroppedBecause",
                table: "BulletinLines");

            migrationBuilder.DropColumn(
                name: "DroppedBy",
                table: "BulletinLines");

            migrationBuilder.DropColumn(
                name: "StepId",
                table: "BulletinLines");

            migrationBuilder.DropColumn(
                name: "TaskId",
                table: "BulletinLines");

            migrationBuilder.DropColumn(
                name: "CodeExpiresAt",
                table: "Accounts");
        }
    }
}
