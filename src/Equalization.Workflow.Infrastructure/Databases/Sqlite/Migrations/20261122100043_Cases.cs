using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountabilityRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountabilityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountabilityCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RulesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    InquiryFromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProposedForm = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Grounds = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    GroundsText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NoticeNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NoticePaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SilentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OpinionAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProposalNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProposalPaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedFor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    BodyNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionFacts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DecisionBasis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecidedForm = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DecisionPaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Standing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    RepeatOfId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepeatNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    RepeatDay = table.Column<int>(type: "INTEGER", nullable: true),
                    Range = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TaskSettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TaskSettledBecause = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    RulesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                name: "CaseDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    AnsweredFor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AnswerText = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CorrectionDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CorrectionText = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    CorrectedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    CorrectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "IX_Remedies_CaseId_Kind",
                table: "Remedies",
                columns: new[] { "CaseId", "Kind" },
                unique: true);
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
                name: "Remedies");

            migrationBuilder.DropTable(
                name: "AccountabilityCases");

            migrationBuilder.DropTable(
                name: "AccountabilityRules");
        }
    }
}
