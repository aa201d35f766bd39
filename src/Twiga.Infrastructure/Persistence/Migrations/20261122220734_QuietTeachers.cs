using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class QuietTeachers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                table: "teachers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reminders_in_a_row",
                table: "teachers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_after",
                table: "outgoing_messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "operator_acts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    @operator = table.Column<string>(name: "operator", type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    teacher_id = table.Column<long>(type: "bigint", nullable: true),
                    subject = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operator_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_operator_acts_teachers_teacher_id",
                        column: x => x.teacher_id,
                        principalTable: "teachers",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_operator_acts_teacher_id",
                table: "operator_acts",
                column: "teacher_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "operator_acts");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "reminders_in_a_row",
                table: "teachers");

            migrationBuilder.DropColumn(
                name: "not_after",
                table: "outgoing_messages");
        }
    }
}
