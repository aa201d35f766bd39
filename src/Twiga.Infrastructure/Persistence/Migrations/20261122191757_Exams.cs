using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Exams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "exams",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    teacher_id = table.Column<long>(type: "bigint", nullable: false),
                    school_class_id = table.Column<long>(type: "bigint", nullable: false),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    paper = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    calls = table.Column<int>(type: "integer", nullable: false),
                    tokens = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exams", x => x.id);
                    table.ForeignKey(
                        name: "fk_exams_school_classes_school_class_id",
                        column: x => x.school_class_id,
                        principalTable: "school_classes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exams_teachers_teacher_id",
                        column: x => x.teacher_id,
                        principalTable: "teachers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "made_documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    teacher_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    school_class_id = table.Column<long>(type: "bigint", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<long>(type: "bigint", nullable: true),
                    pdf = table.Column<long>(type: "bigint", nullable: true),
                    word = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_made_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_made_documents_files_pdf",
                        column: x => x.pdf,
                        principalTable: "files",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_made_documents_files_word",
                        column: x => x.word,
                        principalTable: "files",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_made_documents_school_classes_school_class_id",
                        column: x => x.school_class_id,
                        principalTable: "school_classes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_made_documents_teachers_teacher_id",
                        column: x => x.teacher_id,
                        principalTable: "teachers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exam_slots",
                columns: table => new
                {
                    exam_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    piece = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: true),
                    is_reviewed = table.Column<bool>(type: "boolean", nullable: false),
                    doubt = table.Column<string>(type: "text", nullable: true),
                    calls = table.Column<int>(type: "integer", nullable: false),
                    tokens = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exam_slots", x => new { x.exam_id, x.place });
                    table.ForeignKey(
                        name: "fk_exam_slots_exams_exam_id",
                        column: x => x.exam_id,
                        principalTable: "exams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_exams_request",
                table: "exams",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exams_school_class_id",
                table: "exams",
                column: "school_class_id");

            migrationBuilder.CreateIndex(
                name: "ix_exams_teacher_id",
                table: "exams",
                column: "teacher_id");

            migrationBuilder.CreateIndex(
                name: "ix_made_documents_pdf",
                table: "made_documents",
                column: "pdf");

            migrationBuilder.CreateIndex(
                name: "ix_made_documents_school_class_id",
                table: "made_documents",
                column: "school_class_id");

            migrationBuilder.CreateIndex(
                name: "ix_made_documents_teacher_id_id",
                table: "made_documents",
                columns: new[] { "teacher_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_made_documents_word",
                table: "made_documents",
                column: "word");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exam_slots");

            migrationBuilder.DropTable(
                name: "made_documents");

            migrationBuilder.DropTable(
                name: "exams");
        }
    }
}
