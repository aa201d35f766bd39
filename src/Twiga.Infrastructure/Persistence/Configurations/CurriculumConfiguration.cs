using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class SubjectConfiguration : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder) => builder.HasKey(s => s.Key);
}

internal sealed class SchoolClassConfiguration : IEntityTypeConfiguration<SchoolClass>
{
    public void Configure(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(c => new { c.SubjectKey, c.GradeCode }).IsUnique();
        builder.HasIndex(c => c.English).IsUnique();
        builder.HasOne<Subject>().WithMany().HasForeignKey(c => c.SubjectKey);
    }
}

internal sealed class ResourceConfiguration : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.Property(r => r.Id).UseIdentityAlwaysColumn();
        builder.HasMany(r => r.Classes).WithOne().HasForeignKey(c => c.ResourceId);
        builder.Navigation(r => r.Classes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ResourceForClassConfiguration : IEntityTypeConfiguration<ResourceForClass>
{
    public void Configure(EntityTypeBuilder<ResourceForClass> builder)
    {
        builder.ToTable("resource_classes");
        builder.HasKey(c => new { c.SchoolClassId, c.ResourceId });
        builder.HasOne<SchoolClass>().WithMany().HasForeignKey(c => c.SchoolClassId);
    }
}

internal sealed class PassageConfiguration : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.Property(p => p.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Resource>().WithMany().HasForeignKey(p => p.ResourceId);
        builder.HasIndex(p => new { p.ResourceId, p.Ordinal }).IsUnique();
    }
}
