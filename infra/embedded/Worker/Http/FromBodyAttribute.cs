using Microsoft.Azure.Functions.Worker.Converters;
using Sakip.Embedded.Hosting.Http;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Fills a parameter of an HTTP function from the JSON body of the request.</summary>
public class FromBodyAttribute : InputConverterAttribute
{
    public FromBodyAttribute()
        : base(typeof(FromBodyConverter))
    {
    }
}
