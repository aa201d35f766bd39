using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class TeacherConfiguration : IEntityTypeConfiguration<Teacher>
{
    public void Configure(EntityTypeBuilder<Teacher> builder)
    {
        builder.Property(t => t.Id).UseIdentityAlwaysColumn();
        builder.Property(t => t.Name).HasMaxLength(Teacher.LongestName);
        builder.Property(t => t.Region).HasMaxLength(32);
        builder.Property(t => t.School).HasMaxLength(Teacher.LongestSchool);
        builder.HasMany(t => t.Identities).WithOne().HasForeignKey(i => i.TeacherId);
        builder.HasMany(t => t.Classes).WithOne().HasForeignKey(c => c.TeacherId);
        builder.Navigation(t => t.Identities).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(t => t.Classes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class IdentityConfiguration : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.ToTable("identities");
        builder.Property(i => i.Value).HasMaxLength(200);
        builder.HasIndex(i => new { i.Kind, i.Value }).IsUnique();
    }
}

internal sealed class TeachesClassConfiguration : IEntityTypeConfiguration<TeachesClass>
{
    public void Configure(EntityTypeBuilder<TeachesClass> builder)
    {
        builder.ToTable("teacher_classes");
        builder.HasKey(c => new { c.TeacherId, c.SchoolClassId });
        builder.HasOne<SchoolClass>().WithMany().HasForeignKey(c => c.SchoolClassId);
    }
}
