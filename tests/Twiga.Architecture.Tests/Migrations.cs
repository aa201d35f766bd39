using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Assembly = System.Reflection.Assembly;

namespace Twiga.Architecture.Tests;

/// <summary>The version before runs on the new schema while the processes change one after the other.</summary>
internal sealed partial class Migrations
{
    private static readonly MigrationOperation[] TakeAway =
    [
        new DropTableOperation { Name = "exams" },
        new RenameTableOperation { Name = "exams", NewName = "papers" },
        new DropColumnOperation { Table = "exams", Name = "state" },
        new RenameColumnOperation { Table = "exams", Name = "state", NewName = "stage" },
        Altered("bigint", "integer"),
        Altered("text", "text", isNullable: false),
        Altered("character varying(200)", "character varying(100)"),
        new AddColumnOperation { Table = "exams", Name = "stage", ColumnType = "text", IsNullable = false },
        new SqlOperation { Sql = "alter table exams drop column state;" },
        new SqlOperation { Sql = "ALTER TABLE exams DROP state" },
        new SqlOperation { Sql = "drop table if exists exams" },
        new SqlOperation { Sql = "alter table exams rename to papers" },
        new SqlOperation { Sql = "alter table exams alter column state type char(5)" },
        new SqlOperation { Sql = "alter table exams alter column state set not null" },
    ];

    private static readonly MigrationOperation[] Add =
    [
        new DropIndexOperation { Table = "exams", Name = "ix_exams_state" },
        Altered("character varying(200)", "text"),
        Altered("integer", "bigint", wasNullable: false),
        new AddColumnOperation { Table = "exams", Name = "stage", ColumnType = "text", IsNullable = true },
        new AddColumnOperation { Table = "exams", Name = "tries", ColumnType = "integer", IsNullable = false, DefaultValue = 0 },
        new SqlOperation { Sql = "alter table exams drop constraint exams_key; create index ix_exams on exams (id);" },
    ];

    [Test]
    public void Only_add()
    {
        var migrations = Assembly.Load("Twiga.Infrastructure").GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Migration))).Select(t => (Migration)Activator.CreateInstance(t)!).ToList();

        Assert.That(migrations, Has.Count.GreaterThan(10));
        Assert.That(
            migrations.SelectMany(m => m.UpOperations.Where(TakesAway).Select(o => $"{m.GetType().Name}: {Text(o)}")), Is.Empty);
    }

    [TestCaseSource(nameof(TakeAway))]
    public void Are_seen_to_take_away(MigrationOperation operation) => Assert.That(TakesAway(operation), Text(operation));

    [TestCaseSource(nameof(Add))]
    public void Are_seen_to_add(MigrationOperation operation) => Assert.That(TakesAway(operation), Is.False, Text(operation));

    private static bool TakesAway(MigrationOperation operation) => operation switch
    {
        DropTableOperation or DropColumnOperation or DropSchemaOperation or RenameTableOperation or RenameColumnOperation => true,
        AlterColumnOperation altered => Narrows(altered),
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } => true,
        SqlOperation sql => TakesAwayInSql().IsMatch(sql.Sql),
        _ => false,
    };

    private static bool Narrows(AlterColumnOperation altered) =>
        (altered.OldColumn.IsNullable && !altered.IsNullable)
        || (altered.ColumnType != altered.OldColumn.ColumnType
            && (altered.OldColumn.ColumnType, altered.ColumnType) is not (("integer", "bigint") or (_, "text")));

    private static string Text(MigrationOperation operation) => operation switch
    {
        SqlOperation sql => sql.Sql,
        ITableMigrationOperation of => $"{operation.GetType().Name} {of.Table}",
        _ => operation.GetType().Name,
    };

    private static AlterColumnOperation Altered(string from, string to, bool isNullable = true, bool wasNullable = true) =>
        new()
        {
            Table = "exams",
            Name = "state",
            ColumnType = to,
            IsNullable = isNullable && wasNullable,
            OldColumn = new AddColumnOperation { ColumnType = from, IsNullable = wasNullable },
        };

    [GeneratedRegex(
        @"\bdrop\s+(?!constraint\b|index\b|default\b|not\s+null\b)|\brename\b|\bset\s+not\s+null\b|\btruncate\b"
        + @"|\balter\s+(?:column\s+)?\w+\s+(?:set\s+data\s+)?type\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex TakesAwayInSql();
}
