using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equalization.Workflow.Infrastructure.Databases.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Ledgers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accreditations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    County = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    SortKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Round = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Stage = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    RectifyDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RectifyLateFor = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accreditations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accreditations_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Accreditations_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GapCounters",
                columns: table => new
                {
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    LastGap = table.Column<int>(type: "int", nullable: false),
                    LastWriteOff = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GapCounters", x => new { x.JurisdictionId, x.Year });
                    table.ForeignKey(
                        name: "FK_GapCounters_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    County = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Indicator = table.Column<int>(type: "int", nullable: false),
                    Level = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Source = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    YearFound = table.Column<int>(type: "int", nullable: false),
                    ValueFound = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    Bound = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    StandingKey = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    LatestYear = table.Column<int>(type: "int", nullable: true),
                    LatestValue = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    LatestBound = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    LatestVerdict = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Responsible = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ResponsibleUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TermOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OpenedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Ground = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Units_ResponsibleUnitId",
                        column: x => x.ResponsibleUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rebalancings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    County = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Level = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Indicator = table.Column<int>(type: "int", nullable: false),
                    PackedTerms = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reached = table.Column<int>(type: "int", nullable: true),
                    Mark = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    PackedAnswer = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: true),
                    Refusal = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    RefusalArguments = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rebalancings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rebalancings_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReductionTargets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    County = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Most = table.Column<int>(type: "int", nullable: false),
                    SetBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReductionTargets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReductionTargets_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RevisionProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FormerMeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OriginId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: 4000000, nullable: false),
                    After = table.Column<string>(type: "nvarchar(max)", maxLength: 4000000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    MadeTaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevisionProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RevisionProposals_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RevisionProposals_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RevisionProposals_PlanVersions_PlanVersionId",
                        column: x => x.PlanVersionId,
                        principalTable: "PlanVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolKeepings",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedFrom = table.Column<int>(type: "int", nullable: true),
                    ClosedReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolKeepings", x => x.SchoolId);
                    table.ForeignKey(
                        name: "FK_SchoolKeepings_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SchoolKeepings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccreditationEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccreditationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    OpenBecause = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Readiness = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccreditationEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccreditationEntries_Accreditations_AccreditationId",
                        column: x => x.AccreditationId,
                        principalTable: "Accreditations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccreditationProblems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccreditationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    School = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    FoundBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rectification = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RectifiedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    RectifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Recheck = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RecheckedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LateFor = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccreditationProblems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccreditationProblems_Accreditations_AccreditationId",
                        column: x => x.AccreditationId,
                        principalTable: "Accreditations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccreditationProblems_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccreditationProblems_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfEvaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccreditationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfEvaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfEvaluations_Accreditations_AccreditationId",
                        column: x => x.AccreditationId,
                        principalTable: "Accreditations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StageTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccreditationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    TargetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AsWritten = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PassedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindedFor = table.Column<DateOnly>(type: "date", nullable: true),
                    LateFor = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StageTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StageTerms_Accreditations_AccreditationId",
                        column: x => x.AccreditationId,
                        principalTable: "Accreditations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VetoCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccreditationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    School = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    ReportedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VetoCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VetoCases_Accreditations_AccreditationId",
                        column: x => x.AccreditationId,
                        principalTable: "Accreditations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Year = table.Column<int>(type: "int", nullable: true),
                    Value = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerDecisions_LedgerEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "LedgerEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    Bound = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    Verdict = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    BookedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerReadings_LedgerEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "LedgerEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerTies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: true),
                    Value = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    Movement = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    TiedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerTies_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerTies_LedgerEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "LedgerEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RebalancingMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RebalancingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    FromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ToId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RebalancingMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RebalancingMoves_Rebalancings_RebalancingId",
                        column: x => x.RebalancingId,
                        principalTable: "Rebalancings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RebalancingMoves_Schools_FromId",
                        column: x => x.FromId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RebalancingMoves_Schools_ToId",
                        column: x => x.ToId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RevisionUnits",
                columns: table => new
                {
                    ProposalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevisionUnits", x => new { x.ProposalId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_RevisionUnits_RevisionProposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "RevisionProposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RevisionUnits_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProblemTurns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rectification = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    RectifiedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RectifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Recheck = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    RecheckedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemTurns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProblemTurns_AccreditationProblems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "AccreditationProblems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: true),
                    Verdict = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,8)", precision: 18, scale: 8, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationItems_SelfEvaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "SelfEvaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Asked = table.Column<int>(type: "int", nullable: false),
                    Answered = table.Column<int>(type: "int", nullable: false),
                    Satisfied = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyGroups_SelfEvaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "SelfEvaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolCorrections_JurisdictionId",
                table: "SchoolCorrections",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationEntries_AccreditationId_At",
                table: "AccreditationEntries",
                columns: new[] { "AccreditationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationProblems_AccreditationId_Number",
                table: "AccreditationProblems",
                columns: new[] { "AccreditationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationProblems_JurisdictionId_State_DueOn",
                table: "AccreditationProblems",
                columns: new[] { "JurisdictionId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationProblems_TaskId",
                table: "AccreditationProblems",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationProblems_UnitId",
                table: "AccreditationProblems",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Accreditations_JurisdictionId_County_Round",
                table: "Accreditations",
                columns: new[] { "JurisdictionId", "County", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accreditations_JurisdictionId_SortKey",
                table: "Accreditations",
                columns: new[] { "JurisdictionId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Accreditations_UnitId",
                table: "Accreditations",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationItems_EvaluationId_Rule_Subject",
                table: "EvaluationItems",
                columns: new[] { "EvaluationId", "Rule", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerDecisions_EntryId_At",
                table: "LedgerDecisions",
                columns: new[] { "EntryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerDecisions_JurisdictionId_Number",
                table: "LedgerDecisions",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_JurisdictionId_County_State",
                table: "LedgerEntries",
                columns: new[] { "JurisdictionId", "County", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_JurisdictionId_Number",
                table: "LedgerEntries",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_JurisdictionId_StandingKey",
                table: "LedgerEntries",
                columns: new[] { "JurisdictionId", "StandingKey" },
                unique: true,
                filter: "[StandingKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ResponsibleUnitId",
                table: "LedgerEntries",
                column: "ResponsibleUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_SchoolId_State",
                table: "LedgerEntries",
                columns: new[] { "SchoolId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerReadings_EntryId_Year",
                table: "LedgerReadings",
                columns: new[] { "EntryId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTies_EntryId_TaskId",
                table: "LedgerTies",
                columns: new[] { "EntryId", "TaskId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTies_TaskId_EndedAt",
                table: "LedgerTies",
                columns: new[] { "TaskId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemTurns_ProblemId",
                table: "ProblemTurns",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_RebalancingMoves_FromId",
                table: "RebalancingMoves",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_RebalancingMoves_RebalancingId_Position",
                table: "RebalancingMoves",
                columns: new[] { "RebalancingId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RebalancingMoves_TaskId",
                table: "RebalancingMoves",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_RebalancingMoves_ToId",
                table: "RebalancingMoves",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_Rebalancings_JurisdictionId_AskedAt",
                table: "Rebalancings",
                columns: new[] { "JurisdictionId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Rebalancings_State_AskedAt",
                table: "Rebalancings",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReductionTargets_JurisdictionId_County_Kind_Year",
                table: "ReductionTargets",
                columns: new[] { "JurisdictionId", "County", "Kind", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RevisionProposals_MeasureId",
                table: "RevisionProposals",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionProposals_PlanId_State",
                table: "RevisionProposals",
                columns: new[] { "PlanId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_RevisionProposals_PlanVersionId_State_Place",
                table: "RevisionProposals",
                columns: new[] { "PlanVersionId", "State", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_RevisionProposals_TaskId",
                table: "RevisionProposals",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionUnits_UnitId",
                table: "RevisionUnits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolKeepings_UnitId",
                table: "SchoolKeepings",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfEvaluations_AccreditationId",
                table: "SelfEvaluations",
                column: "AccreditationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StageTerms_AccreditationId_Stage",
                table: "StageTerms",
                columns: new[] { "AccreditationId", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyGroups_EvaluationId",
                table: "SurveyGroups",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_VetoCases_AccreditationId_State",
                table: "VetoCases",
                columns: new[] { "AccreditationId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccreditationEntries");

            migrationBuilder.DropTable(
                name: "EvaluationItems");

            migrationBuilder.DropTable(
                name: "GapCounters");

            migrationBuilder.DropTable(
                name: "LedgerDecisions");

            migrationBuilder.DropTable(
                name: "LedgerReadings");

            migrationBuilder.DropTable(
                name: "LedgerTies");

            migrationBuilder.DropTable(
                name: "ProblemTurns");

            migrationBuilder.DropTable(
                name: "RebalancingMoves");

            migrationBuilder.DropTable(
                name: "ReductionTargets");

            migrationBuilder.DropTable(
                name: "RevisionUnits");

            migrationBuilder.DropTable(
                name: "SchoolKeepings");

            migrationBuilder.DropTable(
                name: "StageTerms");

            migrationBuilder.DropTable(
                name: "SurveyGroups");

            migrationBuilder.DropTable(
                name: "VetoCases");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "AccreditationProblems");

            migrationBuilder.DropTable(
                name: "Rebalancings");

            migrationBuilder.DropTable(
                name: "RevisionProposals");

            migrationBuilder.DropTable(
                name: "SelfEvaluations");

            migrationBuilder.DropTable(
                name: "Accreditations");

            migrationBuilder.DropIndex(
                name: "IX_SchoolCorrections_JurisdictionId",
                table: "SchoolCorrections");
        }
    }
}
