using System.Globalization;
using Microsoft.Azure.Functions.Worker.Converters;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>Binds <c>{unit}</c> and <c>{year:int}</c> of a function's route to one <see cref="OfficeYear"/>.</summary>
internal sealed class OfficeYearConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) =>
        ValueTask.FromResult(
            context.TargetType == typeof(OfficeYear)
            && context.FunctionContext.BindingContext.BindingData is var route
            && route.GetValueOrDefault("unit") is string unit
            && int.TryParse(
                Convert.ToString(route.GetValueOrDefault("year"), CultureInfo.InvariantCulture),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var year
            )
                ? ConversionResult.Success(new OfficeYear(unit, year))
                : ConversionResult.Unhandled()
        );
}
