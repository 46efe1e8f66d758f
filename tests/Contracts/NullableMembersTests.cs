using System.Text.Json;

namespace Ascs.Contracts.Tests;

public sealed class NullableMembersTests
{
    private static readonly RevokeAnswer Revoked = new(1, [], null);

    [Fact]
    public void a_null_member_is_left_out_and_reads_back_as_null()
    {
        var json = JsonSerializer.Serialize(Revoked, WireOptions.Strict);
        Assert.Equal("""{"v":1,"results":[]}""", json);
        Assert.Null(JsonSerializer.Deserialize<RevokeAnswer>(json, WireOptions.Strict)!.NothingAfter);
        Assert.Null(JsonSerializer.Deserialize<RevokeAnswer>(json, WireOptions.Tolerant)!.NothingAfter);
    }

    [Fact]
    public void a_member_that_may_not_be_null_stays_required()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RevokeAnswer>("""{"v":1}""", WireOptions.Strict));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RevokeAnswer>("""{"v":1,"results":null}""", WireOptions.Strict));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RevokeAnswer>("""{"results":[]}""", WireOptions.Strict));
    }
}
