using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Calls;

public sealed class BoundedBodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public async Task a_body_up_to_the_limit_is_read_whole_with_and_without_a_length(int length)
    {
        var body = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        foreach (var claimed in new long?[] { null, length })
        {
            using var stream = new MemoryStream(body);
            Assert.Equal(body, (await BoundedBody.ReadAsync(stream, claimed, 100_000, TestContext.Current.CancellationToken))!.Value.ToArray());
        }
    }

    [Fact]
    public async Task one_byte_more_is_refused_and_not_read_on()
    {
        using var stream = new MemoryStream(new byte[1_000_000]);
        Assert.Null(await BoundedBody.ReadAsync(stream, null, 5000, TestContext.Current.CancellationToken));
        Assert.InRange(stream.Position, 5001, 5001);
        stream.Position = 0;
        Assert.Null(await BoundedBody.ReadAsync(stream, 5001, 5000, TestContext.Current.CancellationToken));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public async Task a_length_claimed_too_small_hides_nothing()
    {
        using var stream = new MemoryStream(new byte[600]);
        Assert.Equal(600, (await BoundedBody.ReadAsync(stream, 10, 5000, TestContext.Current.CancellationToken))!.Value.Length);
    }
}
