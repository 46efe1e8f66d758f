using System.Text.RegularExpressions;

namespace Ascs.Architecture.Tests;

/// <summary>Habits that a build can hold.</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 250;

    [Fact]
    public void no_file_is_longer_than_a_reader_would_thank_for() =>
        Assert.Empty(Tree.Sources("functions").Where(file => File.ReadLines(file).Count() > LongestFile).Select(Tree.Relative));

    [Fact]
    public void a_file_holds_one_public_type() =>
        Assert.Empty(Tree.Sources("functions").Where(file => PublicType().Count(File.ReadAllText(file)) > 1).Select(Tree.Relative));

    [Fact]
    public void nothing_is_left_for_later() =>
        Assert.Empty(Tree.Sources("functions").Where(file => Later().IsMatch(File.ReadAllText(file))).Select(Tree.Relative));

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?:class|record(?: struct)?|struct|interface|enum) ", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Later();
}
