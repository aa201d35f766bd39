using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TeacherProfile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "asked",
                table: "teachers",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Nothing");

            migrationBuilder.AddColumn<string>(
                name: "asked_about",
                table: "teachers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_at",
                table: "teachers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "birthday",
                table: "teachers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "teachers",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "school",
                table: "teachers",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "metered_on",
                table: "inbound_messages",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "usage_days",
                columns: table => new
                {
                    teacher_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    messages = table.Column<int>(type: "integer", nullable: false),
                    tokens = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_days", x => new { x.teacher_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "used_flow_tokens",
                columns: table => new
                {
                    nonce = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_used_flow_tokens", x => x.nonce);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "usage_days");

            migrationBuilder.DropTable(
                name: "used_flow_tokens");

            migrationBuilder.DropColumn(
                name: "asked",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "asked_about",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "asked_at",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "birthday",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "region",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "school",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "metered_on",
                table: "inbound_messages");
        }
    }
}
