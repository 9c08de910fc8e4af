#include "ui/studio.h"
