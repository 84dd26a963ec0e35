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

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_StepId",
                table: "BulletinLines",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_TaskId",
                table: "BulletinLines",
                column: "TaskId");

            migrationBuilder.AddForeignKey(
                name: "FK_BulletinLines_AnnualTasks_TaskId",
                table: "BulletinLines",
                column: "TaskId",
                principalTable: "AnnualTasks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_BulletinLines_EscalationSteps_StepId",
                table: "BulletinLines",
                column: "StepId",
                principalTable: "EscalationSteps",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_BulletinLines_AnnualTasks_TaskId",
                table: "BulletinLines");

            migrationBuilder.DropForeignKey(
                name: "FK_BulletinLines_EscalationSteps_StepId",
                table: "BulletinLines");

            migrationBuilder.DropTable(
                name: "StepFacts");

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
        }
    }
}
