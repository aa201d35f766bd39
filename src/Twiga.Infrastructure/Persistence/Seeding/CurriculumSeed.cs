using Npgsql;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>Writes the subjects and classes of the data file: new ones in, changed names over, nothing else touched.</summary>
internal sealed class CurriculumSeed(NpgsqlDataSource source)
{
    private const string Subjects =
        """
        insert into subjects (key, english, swahili)
        select * from unnest($1, $2, $3)
        on conflict (key) do update set english = excluded.english, swahili = excluded.swahili
        where (subjects.english, subjects.swahili) is distinct from (excluded.english, excluded.swahili)
        """;

    private const string Classes =
        """
        insert into school_classes (subject_key, grade_code, english, swahili, medium, code, syllabus, is_active)
        select *, true from unnest($1, $2, $3, $4, $5, $6, $7)
        on conflict (subject_key, grade_code) do update
        set english = excluded.english, swahili = excluded.swahili, medium = excluded.medium,
            code = excluded.code, syllabus = excluded.syllabus
        where (school_classes.english, school_classes.swahili, school_classes.medium, school_classes.code,
               school_classes.syllabus)
            is distinct from (excluded.english, excluded.swahili, excluded.medium, excluded.code, excluded.syllabus)
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var file = CurriculumFile.Load();
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(Subjects,
            Column(file.Subjects, s => s.Key),
            Column(file.Subjects, s => s.English),
            Column(file.Subjects, s => s.Swahili)));
        batch.BatchCommands.Add(Command(Classes,
            Column(file.Classes, c => c.SubjectKey),
            Column(file.Classes, c => c.GradeCode),
            Column(file.Classes, c => c.English),
            Column(file.Classes, c => c.Swahili),
            Column(file.Classes, c => c.Medium.ToString()),
            Column(file.Classes, c => c.Code),
            Column(file.Classes, c => c.Syllabus)));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string?[] Column<T>(IReadOnlyList<T> rows, Func<T, string?> value) => [.. rows.Select(value)];

    private static NpgsqlBatchCommand Command(string text, params string?[][] columns)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var column in columns)
            command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = column });
        return command;
    }
}
