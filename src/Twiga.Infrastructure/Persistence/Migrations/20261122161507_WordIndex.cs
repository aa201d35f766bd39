using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WordIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "school_classes",
                type: "text",
                nullable: true);

            migrationBuilder.Sql(
                """
                create extension if not exists pg_trgm;

                -- how far each book is indexed, and its size for BM25
                create table lexicons (
                    resource_id bigint primary key references resources on delete cascade,
                    version integer not null,
                    passages integer not null,
                    words double precision not null);

                -- one row a term and book: the passages by their place in it, how often, and how long each is
                create table postings (
                    resource_id bigint not null references resources on delete cascade,
                    term text collate "C" not null,
                    ordinals integer[] not null,
                    frequencies real[] not null,
                    lengths real[] not null,
                    primary key (resource_id, term));

                -- the words of a book as printed, for questions that are misspelt or use a loanword
                create table spellings (
                    resource_id bigint not null references resources on delete cascade,
                    word text collate "C" not null,
                    skeleton text collate "C" not null,
                    term text collate "C" not null,
                    primary key (resource_id, word));
                create index ix_spellings_skeleton on spellings (resource_id, skeleton) include (term);

                -- a book's own bilingual glossary: Swahili as stems, English as printed
                create table glossary_terms (
                    resource_id bigint not null references resources on delete cascade,
                    key text collate "C" not null,
                    english text not null,
                    primary key (resource_id, key, english));

                -- what else an English word is looked for as: a synonym's lexeme, or a Swahili stem
                create table related_terms (
                    term text collate "C" not null,
                    language text not null,
                    other text collate "C" not null,
                    primary key (term, language, other));

                -- what has been seeded, by the hash of its source
                create table seeds (name text primary key, hash text not null, seeded_at timestamptz not null);

                create table embedders (
                    id integer generated always as identity primary key,
                    model text not null,
                    dimensions integer not null,
                    unique (model, dimensions));

                create table passage_vectors (
                    embedder_id integer not null references embedders on delete cascade,
                    resource_id bigint not null references resources on delete cascade,
                    passage_id bigint not null references passages on delete cascade,
                    embedding halfvec not null,
                    primary key (embedder_id, resource_id, passage_id));
                alter table passage_vectors alter column embedding set storage plain;
                create index ix_passage_vectors_passage on passage_vectors (passage_id);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop table passage_vectors, embedders, seeds, related_terms, glossary_terms, spellings, postings, lexicons;
                """);
            migrationBuilder.DropColumn(
                name: "code",
                table: "school_classes");
        }
    }
}
