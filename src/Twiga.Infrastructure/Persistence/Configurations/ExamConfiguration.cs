using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class ExamConfiguration : IEntityTypeConfiguration<Exam>
{
    public void Configure(EntityTypeBuilder<Exam> builder)
    {
        builder.Property(e => e.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(e => e.Request).IsUnique();
        builder.HasOne<Teacher>().WithMany().HasForeignKey(e => e.TeacherId);
        builder.HasOne<SchoolClass>().WithMany().HasForeignKey(e => e.SchoolClassId);
        builder.Property(e => e.Format).AsJson();
        builder.Property(e => e.Paper).AsJson();
        builder.HasMany(e => e.Slots).WithOne().HasForeignKey(s => s.ExamId);
        builder.Navigation(e => e.Slots).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ExamSlotConfiguration : IEntityTypeConfiguration<ExamSlot>
{
    public void Configure(EntityTypeBuilder<ExamSlot> builder)
    {
        builder.ToTable("exam_slots");
        builder.HasKey(s => new { s.ExamId, s.Place });
        builder.Property(s => s.Piece).AsJson();
        builder.Property(s => s.Question).AsJson();
    }
}

internal sealed class MadeDocumentConfiguration : IEntityTypeConfiguration<MadeDocument>
{
    public void Configure(EntityTypeBuilder<MadeDocument> builder)
    {
        builder.ToTable("made_documents");
        builder.Property(d => d.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Teacher>().WithMany().HasForeignKey(d => d.TeacherId);
        builder.HasOne<SchoolClass>().WithMany().HasForeignKey(d => d.SchoolClassId);
        builder.HasOne<KeptFile>().WithMany().HasForeignKey(d => d.Pdf);
        builder.HasOne<KeptFile>().WithMany().HasForeignKey(d => d.Word);
        builder.HasIndex(d => new { d.TeacherId, d.Id });
    }
}

internal static class JsonColumns
{
    private static readonly JsonSerializerOptions Json = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutComputed } },
    };

    /// <summary>A value that is written as one piece of JSON and never looked into by the database.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property) => property
        .HasConversion(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<T>(s, Json)!)
        .HasColumnType("text");

    // IgnoreReadOnlyProperties leaves those that hold collections
    private static void WithoutComputed(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(p => p.Set is null).ToList())
            type.Properties.Remove(computed);
    }
}
