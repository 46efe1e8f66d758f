using System.Text;

namespace Ascs.Contracts.Tests.Rules;

/// <summary>What counts as a whole number (CHEAA-4.1.3.3 a): digits, and nothing that another reader could take for another number.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("9007199254740991", true)]
    [InlineData("9007199254740992", false)] // 2^53: two numbers to a reader of doubles
    [InlineData("0", false)]
    [InlineData("-0", false)] // zero to every reader, and below the range
    [InlineData("-1", false)]
    [InlineData("+1", false)]
    [InlineData("01", false)]
    [InlineData("00", false)]
    [InlineData("1.0", false)]
    [InlineData("1.5", false)]
    [InlineData("1.", false)]
    [InlineData(".5", false)]
    [InlineData("1e0", false)]
    [InlineData("1E3", false)]
    [InlineData("1e-1", false)]
    [InlineData("1e400", false)]
    [InlineData("9223372036854775808", false)]
    [InlineData("99999999999999999999999999999999", false)]
    [InlineData("NaN", false)]
    [InlineData("Infinity", false)]
    [InlineData("-Infinity", false)]
    [InlineData("\"NaN\"", false)]
    [InlineData("\"1\"", false)]
    [InlineData("0x1", false)]
    [InlineData("1_000", false)]
    [InlineData("１", false)]
    [InlineData("true", false)]
    [InlineData("null", false)]
    [InlineData("[1]", false)]
    public void a_number_is_digits_within_its_range(string number, bool good) =>
        Assert.Equal(good, StrictJson.Read<ReportOutcomesRequest>(Encoding.UTF8.GetBytes($$"""{"v":1,"firstSequence":{{number}},"items":[]}""")) is not null);
}
