using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InboundKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "edited_text",
                table: "inbound_messages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "file_id",
                table: "inbound_messages",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_revoked",
                table: "inbound_messages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "medium",
                table: "inbound_messages",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Unopened");

            migrationBuilder.AddColumn<string>(
                name: "transcript",
                table: "inbound_messages",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    teacher_id = table.Column<long>(type: "bigint", nullable: false),
                    outgoing_message_id = table.Column<long>(type: "bigint", nullable: false),
                    turn_id = table.Column<long>(type: "bigint", nullable: false),
                    emoji = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    verdict = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    prompt_version = table.Column<string>(type: "text", nullable: true),
                    model = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_outgoing_messages_outgoing_message_id",
                        column: x => x.outgoing_message_id,
                        principalTable: "outgoing_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_feedback_teachers_teacher_id",
                        column: x => x.teacher_id,
                        principalTable: "teachers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_feedback_turns_turn_id",
                        column: x => x.turn_id,
                        principalTable: "turns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_file_id",
                table: "inbound_messages",
                column: "file_id",
                filter: "file_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_id",
                table: "inbound_messages",
                column: "id",
                filter: "state = 'Reacted'");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_outgoing_message_id",
                table: "feedback",
                column: "outgoing_message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_teacher_id",
                table: "feedback",
                column: "teacher_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_turn_id",
                table: "feedback",
                column: "turn_id");

            migrationBuilder.AddForeignKey(
                name: "fk_inbound_messages_files_file_id",
                table: "inbound_messages",
                column: "file_id",
                principalTable: "files",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_inbound_messages_files_file_id",
                table: "inbound_messages");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropIndex(
                name: "ix_inbound_messages_file_id",
                table: "inbound_messages");

            migrationBuilder.DropIndex(
                name: "ix_inbound_messages_id",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "edited_text",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "file_id",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "is_revoked",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "medium",
                table: "inbound_messages");

            migrationBuilder.DropColumn(
                name: "transcript",
                table: "inbound_messages");
        }
    }
}
